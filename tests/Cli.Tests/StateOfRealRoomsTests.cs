using System.Text.Json;
using Conformance.Cli.Tests.Support;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Cli.Tests;

/// <summary>What <c>validate state</c> says of the rooms of a real homeserver's archive, held against what that server says of them.</summary>
public sealed class StateOfRealRoomsTests
{
    private const string Archive = "real/synapse-1.160-a/alpha.example.test.tar.gz";

    // A sample that leaves out an invite which its own event names; see the tests of resolution.
    private const string Contradictory = "$6xFsBhFlMXtbzw3gsY32Y+9eJCIp8D4SPPTpgOtzrVc";

    [Fact]
    public void Run_EveryRoomNow_IsTheServersStateOrSaidToBeUnknown()
    {
        string archive = SharedData.PathOrSkip(Archive);
        using JsonDocument truth = Truth();
        int whole = 0;
        int known = 0;
        int unknown = 0;
        foreach (JsonProperty room in truth.RootElement.GetProperty("rooms").EnumerateObject())
        {
            string[] expected = [.. room.Value.GetProperty("current_state").EnumerateArray().Select(entry => entry[2].GetString()!).Order(StringComparer.Ordinal)];
            bool isWhole = room.Value.GetProperty("outliers").GetArrayLength() == 0 && room.Value.GetProperty("missing_prev_events").GetArrayLength() == 0;
            CommandRun run = CommandRun.Of("state", archive, "--room", room.Name, "--report", "json");
            run.Error.ShouldBeEmpty();
            string[]? state = State(run, room.Name);
            run.Exit.ShouldBe(state is null ? ExitCode.Undetermined : ExitCode.Valid);
            if (isWhole && expected.Length > 0)
            {
                whole++;
                state.ShouldBe(expected, room.Name);
            }

            // The server keeps no state of a room that none of its users is in any more.
            if (state is not null && expected.Length > 0)
            {
                known++;
                state.ShouldBe(expected, room.Name);
            }

            unknown += state is null ? 1 : 0;
        }

        (whole, known, unknown).ShouldBe((18, 27, 11));
    }

    [Fact]
    public void Run_Samples_AreTheServersStatesBeforeAndAfter()
    {
        string archive = SharedData.PathOrSkip(Archive);
        using JsonDocument truth = Truth();
        int compared = 0;
        int unknown = 0;
        foreach (JsonProperty room in truth.RootElement.GetProperty("rooms").EnumerateObject())
        {
            string[][] maps = [.. room.Value.GetProperty("state_maps").EnumerateArray().Select(map => map.EnumerateArray().Select(id => id.GetString()!).Order(StringComparer.Ordinal).ToArray())];
            JsonElement[] samples = [.. room.Value.GetProperty("state_samples").EnumerateArray()];

            // From each room three, spread over its history.
            foreach (int at in new[] { 0, samples.Length / 2, samples.Length - 1 }.Where(at => at >= 0 && at < samples.Length).Distinct())
            {
                string id = samples[at].GetProperty("event").GetString()!;
                bool gap = samples[at].GetProperty("gap_behind").GetBoolean();
                if (id == Contradictory || (!gap && samples[at].GetProperty("outliers_behind").GetBoolean()))
                {
                    continue;
                }

                string[]? before = State(CommandRun.Of("state", archive, "--room", room.Name, "--at", id, "--report", "json"), room.Name);
                string[]? after = State(CommandRun.Of("state", archive, "--room", room.Name, "--at", id, "--after", "--report", "json"), room.Name);
                if (gap)
                {
                    unknown++;
                    before.ShouldBeNull();
                }
                else
                {
                    compared++;
                    before.ShouldBe(maps[samples[at].GetProperty("before").GetInt32()], $"before {id}");
                    after.ShouldBe(maps[samples[at].GetProperty("after").GetInt32()], $"after {id}");
                }
            }
        }

        compared.ShouldBeGreaterThan(40);
        unknown.ShouldBeGreaterThan(5);
    }

    [Fact]
    public void Run_LocalUsers_HaveTheServersMemberships()
    {
        string archive = SharedData.PathOrSkip(Archive);
        using JsonDocument truth = Truth();
        int compared = 0;
        foreach (JsonProperty room in truth.RootElement.GetProperty("rooms").EnumerateObject().Take(8))
        {
            foreach (JsonElement entry in room.Value.GetProperty("local_memberships").EnumerateArray())
            {
                CommandRun run = CommandRun.Of("state", archive, "--room", room.Name, "--user", entry[0].GetString()!, "--report", "json");
                if (run.Exit != ExitCode.Valid)
                {
                    continue;
                }

                compared++;
                using JsonDocument json = JsonDocument.Parse(run.OutBytes);
                JsonElement user = json.RootElement.GetProperty("user");
                user.GetProperty("membership").GetString().ShouldBe(entry[1].GetString());
                user.GetProperty("event_id").GetString().ShouldBe(entry[2].GetString());
            }
        }

        compared.ShouldBeGreaterThan(10);
    }

    private static JsonDocument Truth() => JsonDocument.Parse(File.ReadAllBytes(SharedData.PathOrSkip("real/synapse-1.160-a/truth.json")));

    private static string[]? State(CommandRun run, string room)
    {
        using JsonDocument json = JsonDocument.Parse(run.OutBytes);
        json.RootElement.GetProperty("room").GetString().ShouldBe(room);
        JsonElement state = json.RootElement.GetProperty("state");
        return state.ValueKind == JsonValueKind.Null
            ? null
            : [.. state.EnumerateArray().Select(entry => entry.GetProperty("event_id").GetString()!).Order(StringComparer.Ordinal)];
    }
}
