using NUnit.Framework;

// Most of the time goes into programs that tests start and wait for. Tests of one class still follow one another.
[assembly: Parallelizable(ParallelScope.Fixtures)]
