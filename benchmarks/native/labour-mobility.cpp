// The yardstick: the labour-mobility workload as a C++ programmer would write it for speed. A struct of arrays,
// every worker learns every tick, and geometric gaps lead from one job seeker to the next.
//
//   g++ -O3 -march=native -std=c++20 labour-mobility.cpp -o labour-mobility
//   ./labour-mobility WORKERS TICKS SEED REPETITIONS
//
// One line per repetition, each with a seed of its own. Exit code 1 if a check fails, 2 if the arguments are wrong.
#include <bit>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace {

constexpr double seek_probability = 0.02;
constexpr double learning_rate = 0.05;
constexpr double heritage_rate = 0.01;
constexpr double decay = 0.999;
constexpr int candidates = 4;

/// xoshiro256++ of Blackman and Vigna (2019), seeded by SplitMix64. Copy it into a local before a loop.
struct Generator {
    std::uint64_t s0, s1, s2, s3;

    explicit Generator(std::uint64_t seed) {
        auto next = [&seed] {
            std::uint64_t z = seed += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        };
        s0 = next();
        s1 = next();
        s2 = next();
        s3 = next();
    }

    std::uint64_t bits() {
        const std::uint64_t result = std::rotl(s0 + s3, 23) + s0, t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = std::rotl(s3, 45);
        return result;
    }

    /// Uniform on (0, 1).
    double uniform() { return (static_cast<double>(bits() >> 11) + 0.5) * 0x1.0p-53; }
};

struct World {
    std::vector<double> worker_k, firm_k, wage;
    std::vector<std::int32_t> employer;
    long long moves = 0;

    World(int workers, Generator& generator)
        : worker_k(workers), firm_k(workers / 20), wage(workers / 20), employer(workers) {
        const int firms = workers / 20;
        for (int worker = 0; worker < workers; worker++) {
            employer[worker] = worker % firms;
            worker_k[worker] = 2 * generator.uniform();
        }
        for (int firm = 0; firm < firms; firm++) {
            firm_k[firm] = generator.uniform();
            wage[firm] = 1 + 0.5 * firm_k[firm] / (1 + firm_k[firm]);
        }
    }
};

/// Workers: those who look for a job and find a better paid one move; all learn from their employer.
void change_jobs(World& world, Generator& shared) {
    Generator generator = shared;
    const int workers = static_cast<int>(world.worker_k.size());
    const std::uint64_t firms = world.firm_k.size();
    double* __restrict worker_k = world.worker_k.data();
    double* __restrict firm_k = world.firm_k.data();
    const double* __restrict wage = world.wage.data();
    std::int32_t* __restrict employer = world.employer.data();
    const double per_log = 1 / std::log1p(-seek_probability);
    long long moves = 0;
    int worker = 0;
    while (true) {
        const double gap = std::log(generator.uniform()) * per_log;
        const int seeker = gap < workers - worker ? worker + static_cast<int>(gap) : workers;
        for (; worker < seeker; worker++)
            worker_k[worker] += learning_rate * (firm_k[employer[worker]] - worker_k[worker]);
        if (worker == workers) break;

        std::int32_t best = employer[worker];
        double best_wage = wage[best];
        for (int i = 0; i < candidates; i += 2) {
            const std::uint64_t bits = generator.bits();
            const auto first = static_cast<std::int32_t>(((bits & 0xFFFFFFFF) * firms) >> 32);
            const auto second = static_cast<std::int32_t>(((bits >> 32) * firms) >> 32);
            if (wage[first] > best_wage) best_wage = wage[best = first];
            if (wage[second] > best_wage) best_wage = wage[best = second];
        }
        if (best != employer[worker]) {
            employer[worker] = best;
            moves++;
            if (worker_k[worker] > firm_k[best]) firm_k[best] += heritage_rate * (worker_k[worker] - firm_k[best]);
        }
        worker_k[worker] += learning_rate * (firm_k[best] - worker_k[worker]);
        worker++;
    }
    world.moves += moves;
    shared = generator;
}

/// Firms: wages follow knowledge, and knowledge ages.
void post_wages(World& world, Generator& shared) {
    Generator generator = shared;
    double* __restrict firm_k = world.firm_k.data();
    double* __restrict wage = world.wage.data();
    const std::size_t firms = world.firm_k.size();
    for (std::size_t firm = 0; firm < firms; firm++) {
        wage[firm] = 1 + 0.5 * firm_k[firm] / (1 + firm_k[firm]) + 0.01 * (generator.uniform() - 0.5);
        firm_k[firm] *= decay;
    }
    shared = generator;
}

double mean(const std::vector<double>& values) {
    double sum = 0;
    for (double value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

bool check(const char* what, double value, double low, double high) {
    if (value >= low && value <= high) return true;
    std::fprintf(stderr, "labour-mobility: %s = %.5f: allowed %g..%g\n", what, value, low, high);
    return false;
}

}  // namespace

int main(int count, char** arguments) {
    const long workers = count == 5 ? std::atol(arguments[1]) : 0, ticks = count == 5 ? std::atol(arguments[2]) : 0;
    const long repetitions = count == 5 ? std::atol(arguments[4]) : 0;
    if (workers < 20 || workers > 1'000'000'000 || ticks < 1 || repetitions < 1) {
        std::fprintf(stderr, "usage: labour-mobility WORKERS TICKS SEED REPETITIONS\n");
        return 2;
    }
    const std::uint64_t seed = std::strtoull(arguments[3], nullptr, 10);
    double sum_moves = 0, sum_k = 0, sum_wage = 0;
    for (long repetition = 0; repetition < repetitions; repetition++) {
        Generator generator(seed + static_cast<std::uint64_t>(repetition));
        World world(static_cast<int>(workers), generator);
        const auto start = std::chrono::steady_clock::now();
        for (long tick = 0; tick < ticks; tick++) {
            change_jobs(world, generator);
            post_wages(world, generator);
        }
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        const double worker_ticks = static_cast<double>(workers) * static_cast<double>(ticks);
        const double moves = static_cast<double>(world.moves) / worker_ticks;
        const double mean_k = mean(world.worker_k), mean_wage = mean(world.wage);
        std::printf("labour-mobility program=native workers=%ld ticks=%ld seed=%llu seconds=%.6f rate=%.0f moves=%.5f mean-k=%.4f mean-wage=%.4f\n",
            workers, ticks, static_cast<unsigned long long>(seed) + static_cast<unsigned long long>(repetition), seconds,
            worker_ticks / seconds, moves, mean_k, mean_wage);
        sum_moves += moves;
        sum_k += mean_k;
        sum_wage += mean_wage;
    }
    if (ticks != 100 || workers < 10'000) return 0;
    // The means of the repetitions must agree: one run of a hundred thousand leaves the band for moves now and then.
    const bool small = workers < 100'000;
    const double runs = static_cast<double>(repetitions);
    bool good = check("moves", sum_moves / runs, small ? 0.0107 : 0.0110, small ? 0.0115 : 0.0112);
    good &= check("mean-k", sum_k / runs, small ? 0.74 : 0.75, small ? 0.79 : 0.78);
    good &= check("mean-wage", sum_wage / runs, 1.138, 1.152);
    return good ? 0 : 1;
}
