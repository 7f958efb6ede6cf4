using System.Text;
using System.Text.Json;
using Conformance.Catalogue;
using Conformance.Containers;
using Conformance.Documents;
using Conformance.Events;
using Conformance.Events.Versions;
using Conformance.Findings;
using Conformance.Pipeline;
using Conformance.Profiles.Mspf;
using Conformance.Profiles.Mspf.EventFiles;
using Conformance.Rooms.Store;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Events;

/// <summary>An archive of a real server, against what the server's own database says.</summary>
public sealed class RealArchiveTests
{
    private const string Folder = "real/synapse-1.160-a/";

    private readonly EventLedger _ledger = new();
    private readonly FindingBuffer _findings = new(FindingLimits.Default);
    private IRoomDirectory? _rooms;

    [Fact]
    public void Index_EveryEvent_HasTheIdThatTheServerGaveIt()
    {
        JsonElement truth = Run();

        int count = 0;
        var rooms = (RoomDirectory)_rooms!;
        foreach ((string id, JsonElement room) in truth.GetProperty("rooms").EnumerateObject().Select(entry => (entry.Name, entry.Value)))
        {
            RoomEvents history = rooms.Find(Encoding.UTF8.GetBytes(id))!.History!;
            foreach (JsonElement row in room.GetProperty("events").EnumerateArray())
            {
                string eventId = row[0].GetString()!;
                int index = history.Find(Encoding.UTF8.GetBytes(eventId));
                index.ShouldBeGreaterThanOrEqualTo(0, eventId);
                history.IdOf(index).ShouldBe(eventId);
                history.Has(index, RoomEventFlags.Held).ShouldBeTrue(eventId);
                count++;
            }
        }

        count.ShouldBe(4091);
        rooms.Rooms.Sum(room => room.History!.HeldCount).ShouldBe(4091);
    }

    [Fact]
    public void ContentHashes_OfEveryEvent_DifferWhereTheServerSaysSo()
    {
        JsonElement truth = Run();

        // The six that were changed by hand before they were sent are among them: a server keeps of such an event what a redaction leaves.
        string[] differ =
        [
            .. Rooms(truth).SelectMany(pair => pair.Room.GetProperty("content_hash_differs").EnumerateObject()).Select(entry => entry.Name)
                .Order(StringComparer.Ordinal),
        ];
        differ.Length.ShouldBe(80);
        EventsOf("HSH001").ShouldBe(differ);
        _ledger.Counts.ContentHashFits.ShouldBe(4011);
        _ledger.Counts.RedactedCopies.ShouldBe(80);
    }

    [Fact]
    public void Findings_OfAnHonestExport_AreNoErrors()
    {
        Run();

        string[] rules = [.. _findings.Counts.Keys.Where(rule => rule.StartsWith("EVT", StringComparison.Ordinal) || rule.StartsWith("HSH", StringComparison.Ordinal)).Order()];
        rules.Where(rule => RuleCatalogue.Default.Find(rule)!.Severity == Severity.Error).ShouldBeEmpty();
        rules.ShouldBe(["EVT013", "EVT014", "EVT026", "HSH001"]);
        _findings.Counts["EVT026"].ShouldBe(69);
        _findings.NotCheckedItems.ShouldNotContain(item => item.What.Contains("events", StringComparison.Ordinal) && item.Decisive);
    }

    [Fact]
    public void Counts_OfRooms_AgreeWithTheServer()
    {
        JsonElement truth = Run();

        foreach (JsonProperty room in truth.GetProperty("rooms").EnumerateObject())
        {
            RoomEntry entry = _rooms!.Find(Encoding.UTF8.GetBytes(room.Name)).ShouldNotBeNull(room.Name);
            JsonElement.ArrayEnumerator events = room.Value.GetProperty("events").EnumerateArray();
            entry.Events.ShouldBe(events.Count(), room.Name);
            entry.CreateEvents.ShouldBe(events.Count(row => row[1].GetString() == "m.room.create"), room.Name);
            entry.DeclaredVersion.ShouldBe(entry.CreateEvents == 0 ? null : room.Value.GetProperty("version").GetString(), room.Name);
        }

        foreach (IGrouping<RoomVersion, JsonElement> rooms in Rooms(truth).GroupBy(pair => pair.Version, pair => pair.Room))
        {
            _ledger.Counts.OfVersion(rooms.Key).ShouldBe(rooms.Sum(room => room.GetProperty("events").GetArrayLength()));
        }

        _ledger.Counts.StateEvents.ShouldBe(1095);
    }

    [Fact]
    public void Joins_OfLocalUsers_AreThoseThatTheServerKnows()
    {
        JsonElement truth = Run();

        string[] joined =
        [
            .. Rooms(truth).SelectMany(pair => pair.Room.GetProperty("local_memberships").EnumerateArray())
                .Where(row => row[1].GetString() == "join").Select(row => row[0].GetString()!).Distinct(),
        ];
        string[] noted = [.. ((RoomDirectory)_rooms!).Joined.Select(user => Encoding.UTF8.GetString(user.UserId))];
        joined.ShouldBeSubsetOf(noted);
        noted.ShouldBeSubsetOf(truth.GetProperty("users").EnumerateObject().Select(user => user.Name));
        ((RoomDirectory)_rooms).Joined.ShouldAllBe(user => user.Location.Member!.StartsWith("m.events/") && user.Location.Offset > 0);
    }

    private JsonElement Run()
    {
        string archive = SharedData.PathOrSkip(Folder + "alpha.example.test.tar.gz");
        using JsonDocument truth = JsonDocument.Parse(File.ReadAllBytes(SharedData.PathOrSkip(Folder + "truth.json")));
        using Container container = ContainerFactory.Open(archive, new ContainerLimits(), new FindingBuffer(FindingLimits.Default)).Container!;
        MspfOptions options = new()
        {
            Jobs = 2,
            EventsConsumer = rooms =>
            {
                _rooms = rooms;
                return new EventsConsumer(rooms, _ledger, DocumentEncoding.Cbor);
            },
        };
        MspfValidator.Run(container, options, _findings, TestContext.Current.CancellationToken);
        return truth.RootElement.Clone();
    }

    private static IEnumerable<(RoomVersion Version, JsonElement Room)> Rooms(JsonElement truth) =>
        truth.GetProperty("rooms").EnumerateObject().Select(room => (RoomVersions.Find(room.Value.GetProperty("version").GetString())!, room.Value));

    private IEnumerable<string> EventsOf(string rule) =>
        _findings.Findings.Where(finding => finding.Rule == rule).Select(finding => finding.Location.Event!).Order(StringComparer.Ordinal);
}
