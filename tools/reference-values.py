#!/usr/bin/env python3
"""Writes tests/ClusterSim.Tests/Engine/fixtures/reproducible-reference.csv: what the functions of Reproducible should give.

Needs mpmath (python3 -m pip install mpmath). Every line is function,x,y,nearest,fraction: x, y (pow alone) and the
nearest double as 16 hexadecimal digits of their bits, and the fraction of a unit in the last place of that double by
which the true value, computed to 50 digits, exceeds it (in [-0.5, 0.5]).
"""
import math
import os
import random
import struct
import sys
from fractions import Fraction

from mpmath import mp, mpf, erfc, exp, expm1, log, log1p, power, sqrt

sys.dont_write_bytecode = True
from polynomials import normal_quantile

FILE = os.path.join(os.path.dirname(__file__), '../tests/ClusterSim.Tests/Engine/fixtures/reproducible-reference.csv')
LN2 = math.log(2)
draw = random.Random(20250101)


def bits(x):
    return '%016x' % struct.unpack('<Q', struct.pack('<d', x))[0]


def nearest(value):
    """The double nearest to an mpf, rounded once even if subnormal."""
    sign, man, exponent, _ = value._mpf_
    top, bottom = (man << exponent, 1) if exponent > 0 else (man, 1 << -exponent)
    return (-1) ** sign * (top / bottom)


def between(low, high, count):
    return [draw.uniform(low, high) for _ in range(count)]


def both_signs(xs):
    return [x * draw.choice((-1, 1)) for x in xs]


def scales(low, high, count):
    """Numbers whose binary exponents are even between low and high."""
    return [math.ldexp(draw.uniform(1, 2), draw.randint(low, high)) for _ in range(count)]


def near(centres, spread, count):
    return [c * (1 + draw.uniform(-spread, spread)) for c in centres for _ in range(count)]


def subnormals(count):
    return [max(1, draw.getrandbits(draw.randint(1, 52))) * 5e-324 for _ in range(count)]


def exp_points():
    boundaries = [(n + 0.5) * LN2 for n in range(-60, 60)] + [(n + 0.5) * LN2 for n in range(-1070, 1020, 40)]
    return (between(-745.1, 709.78, 500) + between(-20, 20, 500) + between(-0.36, 0.36, 200) + both_signs(scales(-60, -1, 200))
            + near(boundaries, 1e-12, 1) + between(709, 709.78, 50) + between(-745.13, -708, 200) + [709.782712893384, -708.0, 708.0])


def log_points():
    return (scales(-1022, 1023, 500) + between(0.5, 2, 500) + near([1] * 8 + [math.sqrt(2), math.sqrt(0.5)], 1e-3, 20)
            + [1 + x for x in both_signs(scales(-52, -1, 300))] + subnormals(150) + between(0, 1, 200)
            + [5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, math.nextafter(1, 0), math.nextafter(1, 2)])


def log1p_points():
    return (between(-0.999, 1, 500) + both_signs(scales(-60, -2, 500)) + scales(-2, 1023, 200) + near([-0.29, 0.41], 0.01, 50)
            + [-1 + math.ldexp(draw.uniform(1, 2), draw.randint(-52, -1)) for _ in range(200)] + between(0, 50, 200) + subnormals(20))


def expm1_points():
    return (between(-2, 2, 500) + both_signs(scales(-60, -1, 500)) + between(-42, 60, 300) + between(40, 709.78, 100)
            + near([(n + 0.5) * LN2 for n in range(-50, 60)], 1e-12, 1) + subnormals(20))


def pow_points():
    points = [(x, draw.uniform(-20, 20) / math.log(x)) for x in scales(-1022, 1023, 300) + between(0.01, 10, 500) + scales(-3, 3, 200)]
    points += [(x, draw.uniform(-744, 709) / math.log(x)) for x in scales(-1022, 1023, 150) + between(0.01, 10, 200)]
    points += [(x, draw.uniform(-744, 709) / math.log(x)) for x in near([1], 1e-3, 100) + near([1], 1e-9, 100)]
    points += [(draw.uniform(0, 3), float(draw.randint(-30, 30))) for _ in range(150)]
    points += [(x, draw.uniform(-1, 0.9)) for x in subnormals(60)]
    points += [(x, draw.uniform(-744, -700) / math.log(x)) for x in between(0.1, 10, 100)]
    return [(x, y) for x, y in points if y != 0 and x != 1]


def cdf_points():
    return between(-38.4, -5, 500) + between(-5, 8.5, 700) + both_signs(scales(-60, 0, 150)) + near([-37], 1e-6, 10) + between(-37.8, -37, 60)


def quantile_points():
    p = between(0, 1, 500) + [10 ** -draw.uniform(0.5, 300) for _ in range(400)] + [10 ** -draw.uniform(0.5, 20) for _ in range(200)]
    p += [1 - 2.0 ** -draw.uniform(1, 53) for _ in range(250)] + [0.5 + x for x in both_signs(scales(-54, -3, 150))]
    return [x for x in p + near([0.075, 0.925, math.exp(-25)], 1e-6, 20) if 0 < x < 1 and x != 0.5]


def cdf(x):
    return erfc(-mpf(x) / sqrt(mpf(2))) / 2


def quantile(p):
    p = mpf(p)
    return normal_quantile(p) if p < 0.5 else -normal_quantile(1 - p)


FUNCTIONS = {
    'exp': (exp_points, exp), 'log': (log_points, log), 'log1p': (log1p_points, log1p), 'expm1': (expm1_points, expm1),
    'pow': (pow_points, power), 'cdf': (cdf_points, cdf), 'quantile': (quantile_points, quantile)}


def line(name, function, arguments):
    value = function(*map(mpf, arguments))
    rounded = nearest(value)
    fraction = (value - mpf(rounded)) / mpf(math.ulp(rounded))
    x, y = [bits(a) for a in arguments] + [''] * (2 - len(arguments))
    return f'{name},{x},{y},{bits(rounded)},{float(fraction):.4f}\n'


if __name__ == '__main__':
    mp.dps = 50
    os.makedirs(os.path.dirname(FILE), exist_ok=True)
    with open(FILE, 'w', encoding='ascii', newline='\n') as out:
        out.write('function,x,y,nearest,fraction\n')
        for name, (points, function) in FUNCTIONS.items():
            for point in points():
                out.write(line(name, function, point if isinstance(point, tuple) else (point,)))
