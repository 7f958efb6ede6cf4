using System.Text.Json.Nodes;
using Conformance.Catalogue;
using Conformance.Findings;
using Conformance.Pipeline;
using Conformance.Rooms;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Rooms;

/// <summary>Rooms as a whole, with events that name each other as no server would.</summary>
public sealed class RoomCheckTests
{
    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("10")]
    [InlineData("12")]
    public void Run_ReferencesAtRandom_EndsAndDoesNotDependOnTheOrderOfEvents(string version)
    {
        for (int seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            List<JsonObject> events = RandomRoom.Make(version, seed, 40);
            string[] ids = [.. events.Select(pdu => (string)pdu["event_id"]!), "$gone:a", "$gone:b", ""];
            foreach (JsonObject pdu in events)
            {
                foreach (string list in (string[])["prev_events", "auth_events"])
                {
                    if (random.Next(4) == 0)
                    {
                        // Circles, events that name themselves, events that aren't there, and one named many times.
                        pdu[list] = References(version, [.. Enumerable.Range(0, random.Next(1, 25)).Select(_ => ids[random.Next(ids.Length)])]);
                    }
                }

                pdu["depth"] = random.Next(10) switch { 0 => long.MaxValue, 1 => -1, 2 => "deep", _ => pdu["depth"]!.DeepClone() };
                if (random.Next(20) == 0)
                {
                    pdu.Remove(new[] { "sender", "content", "type", "origin_server_ts", "prev_events" }[random.Next(5)]);
                }
            }

            (string[] first, long counted) = Check(version, events);
            JsonObject[] shuffled = [.. events.OrderBy(_ => random.Next())];
            (string[] second, long again) = Check(version, shuffled);

            second.ShouldBe(first, ignoreOrder: true);
            again.ShouldBe(counted);
        }
    }

    private static JsonArray References(string version, string[] ids) => version is "1" or "2"
        ? [.. ids.Select(id => new JsonArray(id, new JsonObject { ["sha256"] = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU" }))]
        : [.. ids.Select(id => JsonValue.Create(id))];

    private static (string[] Findings, long Count) Check(string version, IEnumerable<JsonObject> events)
    {
        var room = new RoomFixture(version);
        foreach (JsonObject pdu in events)
        {
            room.Add(pdu);
        }

        var sink = new FindingBuffer(FindingLimits.Default);
        var check = new RoomCheck("a"u8.ToArray(), _ => "file", thirdParty: null);
        check.Run(room.Events, gapStates: null, new Location(Room: room.RoomId), 1, sink, TestContext.Current.CancellationToken);
        sink.Findings.ShouldAllBe(finding => RuleCatalogue.Default.Find(finding.Rule) != null);

        // Which events stand as examples may differ with the order; what is found may not.
        return ([.. sink.Findings.Select(finding => finding.Rule).Order(StringComparer.Ordinal)], sink.Counts.Values.Sum());
    }
}
