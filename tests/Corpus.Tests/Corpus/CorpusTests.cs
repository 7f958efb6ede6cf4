using System.Diagnostics;
using Shouldly;
using Xunit;

namespace Conformance.Corpus.Tests.Corpus;

/// <summary>Every case through the command: the findings that must be, and no others.</summary>
[Collection(nameof(AloneInTheProcess))]
public class CorpusTests
{
    /// <summary>What one run may take. A reader that is led astray by a hostile input needs minutes and gigabytes.</summary>
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(20);

    private const long MostBytes = 192L << 20;

    public static TheoryData<string> Ids => [.. CaseFile.All.Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Case_Run_FindsWhatItMustAndNothingElse(string id)
    {
        CaseFile made = CaseFile.Of(id);
        long before = GC.GetTotalAllocatedBytes();
        var watch = Stopwatch.StartNew();

        CaseRun run = CaseRun.Of(made).OrSkip(made);

        watch.Elapsed.ShouldBeLessThan(MostTime);
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(MostBytes);
        string[] differences = [.. run.Differences(made)];
        if (differences.Length > 0 && OpenEnds.KnownFailures.TryGetValue(id, out string? reason))
        {
            Assert.Skip($"Known: {reason}");
        }

        differences.ShouldBeEmpty();
    }
}
