using Conformance.Catalogue;
using Conformance.Containers;
using Conformance.Findings;
using Conformance.Pipeline;
using Conformance.Profiles.Mspf;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Profiles.Mspf;

/// <summary>The archive of a real server's database, made by an honest exporter: nothing in it may be called an error.</summary>
public sealed class RealArchiveTests
{
    private const string Archive = "real/synapse-1.160-a/alpha.example.test.tar.gz";

    [Fact]
    public void Run_ArchiveOfARealServer_ReportsWhatItDeservesAndNoMore()
    {
        (FindingBuffer findings, MspfSummary summary) = Check();

        findings.Counts.Keys.Order().ShouldBe(["E2E001", "USR013"]);
        findings.Counts.Keys.ShouldAllBe(id => RuleCatalogue.Default.Find(id)!.Severity == Severity.Info);
        summary.ServerName.ShouldBe("alpha.example.test:8448");
        summary.Items.ShouldBe(["m.core", "m.rooms", "m.events", "m.users"]);
    }

    [Fact]
    public void Run_ArchiveOfARealServer_CountsWhatItsDatabaseCounts()
    {
        (_, MspfSummary summary) = Check();

        Dictionary<string, long> counts = summary.Statistics.ToDictionary(statistic => statistic.Name, statistic => statistic.Value);
        counts["members"].ShouldBe(12);
        counts["rooms"].ShouldBe(39);
        counts["users"].ShouldBe(8);
        counts["passwordHashes"].ShouldBe(6);
    }

    private static (FindingBuffer Findings, MspfSummary Summary) Check()
    {
        var findings = new FindingBuffer(FindingLimits.Default);
        var wrapping = new FindingBuffer(FindingLimits.Default);
        ContainerOpening opening = ContainerFactory.Open(SharedData.PathOrSkip(Archive), new ContainerLimits(), wrapping);
        opening.Succeeded.ShouldBeTrue(opening.Problem);
        using Container container = opening.Container;
        MspfSummary summary = MspfValidator.Run(container, new MspfOptions(), findings, TestContext.Current.CancellationToken);
        wrapping.IsEmpty.ShouldBeTrue();
        return (findings, summary);
    }
}
