#!/usr/bin/env python3
"""Prints the coefficients of the polynomials in src/ClusterSim.Model/Engine/Reproducible.*.cs and the error of each.

Needs mpmath (python3 -m pip install mpmath). Each fit is minimax by the exchange of Remez for a function g, an
interval and a weight. Coefficients come lowest power first, rounded to double; the error is measured after rounding,
in exact arithmetic.
"""
import sys

from mpmath import mp, mpf, atanh, cos, erfc, exp, expm1, floor, log, lu_solve, matrix, pi, sqrt

mp.dps = 50


def horner(coefficients, x):
    total = mpf(0)
    for c in reversed(coefficients):
        total = total * x + c
    return total


def chebyshev_points(low, high, count):
    return [(low + high) / 2 + (high - low) / 2 * cos(pi * (2 * i + 1) / (2 * count)) for i in range(count)][::-1]


def minimax(g, low, high, degree, weight, rounds=6, grid=600):
    """Lowest power first: the polynomial p of the degree that minimises max |weight (p - g)| on [low, high]."""
    low, high = mpf(low), mpf(high)
    points = chebyshev_points(low, high, degree + 2)
    dense = chebyshev_points(low, high, grid)
    values = [g(x) for x in dense]
    for _ in range(rounds):
        rows = [[x ** j for j in range(degree + 1)] + [(-1) ** i / weight(x)] for i, x in enumerate(points)]
        solution = list(lu_solve(matrix(rows), matrix([g(x) for x in points])))
        p = solution[:-1]
        errors = [weight(x) * (horner(p, x) - v) for x, v in zip(dense, values)]
        points = alternating_extremes(dense, errors, degree + 2) or points
    return p


def alternating_extremes(xs, errors, count):
    """The largest error of each run of equal sign; None if there are too few runs."""
    peaks = []
    for x, e in zip(xs, errors):
        if peaks and (peaks[-1][1] > 0) == (e > 0):
            if abs(e) > abs(peaks[-1][1]):
                peaks[-1] = (x, e)
        else:
            peaks.append((x, e))
    while len(peaks) > count:
        peaks.pop(0 if abs(peaks[0][1]) < abs(peaks[-1][1]) else -1)
    return [x for x, _ in peaks] if len(peaks) == count else None


def rational(g, low, high, top, bottom, rounds=12, grid=500):
    """Numerator and denominator (constant term 1) of the smallest relative error from g. The levelled error E is
    linear once the denominator of the round before stands in for the one sought."""
    dense = chebyshev_points(mpf(low), mpf(high), grid)
    values = [g(x) for x in dense]
    points = chebyshev_points(mpf(low), mpf(high), top + bottom + 2)
    q = [mpf(1)]
    for _ in range(rounds):
        at = [g(x) for x in points]
        for _ in range(4):
            rows = [[x ** j for j in range(top + 1)] + [-y * x ** j for j in range(1, bottom + 1)]
                    + [(-1) ** i * y * horner(q, x)] for i, (x, y) in enumerate(zip(points, at))]
            solution = list(lu_solve(matrix(rows), matrix(at)))
            p, q = solution[:top + 1], [mpf(1)] + solution[top + 1:-1]
        errors = [horner(p, x) / horner(q, x) / y - 1 for x, y in zip(dense, values)]
        points = alternating_extremes(dense, errors, top + bottom + 2) or points
    return p, q


def rounded(coefficients):
    return [mpf(float(c)) for c in coefficients]


def show(name, coefficients):
    print(name)
    for c in coefficients:
        print('   ', repr(float(c)))


def show_fit(name, g, low, high, degree, weight):
    p = rounded(minimax(g, low, high, degree, weight))
    worst = max(abs(weight(x) * (horner(p, x) - g(x))) for x in chebyshev_points(mpf(low), mpf(high), 997))
    show(f'{name}: weighted error 2^{float(log(worst, 2)):.1f}', p)


def show_rational(name, g, low, high, top, bottom):
    p, q = map(rounded, rational(g, low, high, top, bottom))
    worst = max(abs(horner(p, x) / horner(q, x) / g(x) - 1) for x in chebyshev_points(mpf(low), mpf(high), 499))
    show(f'{name} numerator: relative error {float(worst):.1e}', p)
    show(f'{name} denominator', q)


def exp_tail(r):
    """(e^r - 1 - r) / r^2."""
    return (expm1(r) - r) / r ** 2 if abs(r) > mpf('1e-15') else mpf(1) / 2 + r / 6


def log_tail(z):
    """(ln((1 + s) / (1 - s)) - 2 s) / s^3 at z = s^2."""
    s = sqrt(z)
    return 2 * (atanh(s) - s) / s ** 3


def pow_tail(z):
    """3 (atanh(s) / s - 1 - z / 3) / z^2 at z = s^2."""
    s = sqrt(z)
    return 3 * (atanh(s) / s - 1 - z / 3) / z ** 2


def upper_tail_ratio(t, scale, shift):
    """(x + shift) e^(x^2/2) P(X > x) of a standard normal X at x = scale (1 + t) / (1 - t)."""
    x = scale * (1 + t) / (1 - t)
    return (x + shift) * exp(x * x / 2) * erfc(x / sqrt(mpf(2))) / 2


def normal_quantile(p):
    """z with P(X < z) = p < 1/2, by Newton steps on ln P from an asymptotic start."""
    z = -sqrt(-2 * log(p)) if p < mpf('0.1') else (p - mpf('0.5')) * mpf('2.5')
    for _ in range(60):
        tail = erfc(-z / sqrt(mpf(2))) / 2
        step = log(tail / p) * tail * sqrt(2 * pi) * exp(z * z / 2)
        z -= step
        if abs(step) < mpf(10) ** (5 - mp.dps) * (1 + abs(z)):
            return z
    raise ArithmeticError(f'no convergence at {p}')


def central_quantile(r):
    """normal_quantile(1/2 + q) / q at q^2 = 0.425^2 - r."""
    q = sqrt(mpf('0.180625') - r)
    return -normal_quantile(mpf('0.5') - q) / q


def tail_quantile(r):
    """-normal_quantile(p) at r = sqrt(-ln p)."""
    return -normal_quantile(exp(-r * r))


def shifted(g, start):
    return lambda x: g(start + x)


def split(value, bits):
    """Head with the given number of bits, and the rest."""
    unit = mpf(2) ** (floor(log(value, 2)) + 1 - bits)
    head = floor(value / unit) * unit
    return [head, value - head]


if __name__ == '__main__':
    half = log(mpf(2)) / 2 + mpf('1e-9')
    widest = ((sqrt(mpf(2)) - 1) / (sqrt(mpf(2)) + 1)) ** 2 * (1 + mpf('1e-9'))
    small = mpf('1e-12')
    if not sys.argv[1:] or 'exp' in sys.argv:
        show('ln 2: 32-bit head and rest', split(log(mpf(2)), 32))
        show_fit('exp', exp_tail, -half, half, 10, lambda r: r * r + mpf('1e-3'))
    if not sys.argv[1:] or 'log' in sys.argv:
        show_fit('log', log_tail, small, widest, 6, lambda z: z)
    if not sys.argv[1:] or 'pow' in sys.argv:
        show('2/3: 26-bit head and rest', split(mpf(2) / 3, 26))
        show('ln 2: 42-bit head and rest', split(log(mpf(2)), 42))
        show_fit('pow', pow_tail, small, widest, 7, lambda z: z * z / 3)
    if not sys.argv[1:] or 'cdf' in sys.argv:
        scale, shift = mpf(5), mpf(1)
        show_fit('cdf', lambda t: upper_tail_ratio(t, scale, shift), -1, (40 - scale) / (40 + scale), 24, lambda t: 1)
    if not sys.argv[1:] or 'quantile' in sys.argv:
        show_rational('centre', central_quantile, 0, mpf('0.180625') - small, 7, 7)
        show_rational('tail', shifted(tail_quantile, mpf('1.6')), 0, mpf('3.4'), 7, 7)
        show_rational('far tail', shifted(tail_quantile, 5), 0, mpf('22.4'), 7, 7)
