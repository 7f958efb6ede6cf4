using Conformance.Catalogue;
using Conformance.Containers;
using Conformance.Documents;
using Conformance.Events;
using Conformance.Findings;
using Conformance.Pipeline;
using Conformance.Profiles.Mspf;
using Conformance.Profiles.Mspf.EventFiles;
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

        findings.Counts.Keys.Order(StringComparer.Ordinal).ShouldBe(["E2E001", "EVT013", "EVT014", "EVT026", "HSH001", "USR013"]);
        findings.Counts.Keys.ShouldAllBe(id => RuleCatalogue.Default.Find(id)!.Severity == Severity.Info);
        findings.NotCheckedItems.ShouldAllBe(item => !item.Decisive);
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
        counts["events"].ShouldBe(4091);
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
        var events = new EventLedger();
        var options = new MspfOptions { EventsConsumer = rooms => new EventsConsumer(rooms, events, DocumentEncoding.Cbor) };
        MspfSummary summary = MspfValidator.Run(container, options, findings, TestContext.Current.CancellationToken);
        wrapping.IsEmpty.ShouldBeTrue();
        return (findings, summary);
    }
}
