namespace Conformance.Tests.Signatures.Cryptography;

/// <summary>How much memory code allocates.</summary>
internal static class Allocations
{
    /// <summary>Bytes that the calling thread allocates, in the best of several runs: the runtime's own work on new code shows in some.</summary>
    public static long Least(Action action)
    {
        long least = long.MaxValue;
        for (int run = 0; run < 8 && least > 0; run++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
