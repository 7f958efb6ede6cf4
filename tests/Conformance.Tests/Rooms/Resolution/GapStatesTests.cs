using System.Text;
using Conformance.Events.Index;
using Conformance.Rooms.Authorisation;
using Conformance.Rooms.Resolution;
using Conformance.Rooms.Store;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Rooms.Resolution;

public sealed class GapStatesTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 50)];

    /// <summary>States that share events in any way, some of them missing, without state key or two of a slot, held against plain sets.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Resolve_AnyStates_AreWhatWasGiven(int seed)
    {
        var random = new Random(seed);
        RoomFixture room = Room();
        string[] all =
        [
            .. Enumerable.Range(0, 30).Select(i => $"$t{i}:a"), .. Enumerable.Range(0, 5).Select(i => $"$d{i}:a"), "$message:a", "$gone:a",
        ];
        var given = new List<HashSet<string>>();
        var states = new GapStates();
        for (int i = 0; i < 20; i++)
        {
            HashSet<string> state = [.. random.GetItems(all, random.Next(60))];
            if (random.Next(2) == 0)
            {
                state.RemoveWhere(id => id is "$message:a" or "$gone:a" || (id[1] == 'd' && id != "$d0:a"));
            }

            given.Add(state);
            states.Add(Key(room, $"$m{i}:a"), default, [.. state.Concat(state.Take(3)).Select(id => Key(room, id))]);
        }

        (Dictionary<int, StateMap> known, List<GapState> found) = states.Resolve(room.Events, TestContext.Current.CancellationToken);

        for (int i = 0; i < given.Count; i++)
        {
            found[i].Event.ShouldBe(room[$"$m{i}:a"]);
            found[i].Count.ShouldBe(given[i].Count);
            found[i].Missing.ShouldBe(given[i].Contains("$gone:a") ? 1 : 0);
            found[i].Stateless.ShouldBe(given[i].Contains("$message:a") ? 1 : 0);
            found[i].Doubled.ShouldBe(Math.Max(0, given[i].Count(id => id[1] == 'd') - 1));
            known.ContainsKey(found[i].Event).ShouldBe(found[i].IsUsable);
            if (found[i].IsUsable)
            {
                var slots = new List<(int Slot, int Event)>();
                known[found[i].Event].CopyTo(slots);
                slots.Select(slot => room.Events.IdOf(slot.Event)).ShouldBe(given[i], ignoreOrder: true);
            }
        }
    }

    [Fact]
    public void Resolve_StateAtAGap_PlacesWhatFollows()
    {
        var room = new RoomFixture("10");
        room.Add("$create:a", "m.room.create", "", "@a:a", """{"creator":"@a:a"}""");
        room.Add("$a:a", "m.room.member", "@a:a", "@a:a", """{"membership":"join"}""", ["$create:a"], ["$create:a"]);
        int after = room.Add("$t:a", "m.room.topic", "", "@a:a", "{}", ["$gone:a"], ["$create:a", "$a:a"]);
        var states = new GapStates();
        states.Add(Key(room, "$t:a"), default, [Key(room, "$create:a"), Key(room, "$a:a")]);

        var placed = new RoomStates(room.Events, known: states.Resolve(room.Events, TestContext.Current.CancellationToken).Known);

        placed.StandingOf(after).ShouldBe(EventStanding.Accepted);
    }

    [Fact]
    public void Add_ManyStatesThatHardlyDiffer_TakesLittleMore()
    {
        RoomFixture room = Room();
        EventKey[] state = [.. Enumerable.Range(0, 10_000).Select(i => Key(room, $"$s{i}:a"))];
        var states = new GapStates();
        states.Add(Key(room, "$m0:a"), default, state);
        long first = states.Bytes;

        for (int i = 1; i < 100; i++)
        {
            state[i] = Key(room, $"$other{i}:a");
            states.Add(Key(room, $"$m{i}:a"), default, state);
        }

        states.Bytes.ShouldBeLessThan(first + (100 * 300));
    }

    private static RoomFixture Room()
    {
        var room = new RoomFixture("10");
        for (int i = 0; i < 30; i++)
        {
            room.Add($"$t{i}:a", "t", $"{i}", "@a:a", "{}");
        }

        for (int i = 0; i < 5; i++)
        {
            room.Add($"$d{i}:a", "same", "", "@a:a", "{}");
        }

        for (int i = 0; i < 20; i++)
        {
            room.Add($"$m{i}:a", "m", null, "@a:a", "{}");
        }

        room.Add("$message:a", "m", null, "@a:a", "{}");
        return room;
    }

    private static EventKey Key(RoomFixture room, string id)
    {
        EventIdText.TryHash(Encoding.UTF8.GetBytes(id), room.Events.Version.EventIds, out EventKey key);
        return key;
    }
}
