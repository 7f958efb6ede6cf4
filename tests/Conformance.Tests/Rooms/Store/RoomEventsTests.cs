using System.Text;
using Conformance.Documents;
using Conformance.Events;
using Conformance.Events.Versions;
using Conformance.Rooms.Authorisation;
using Conformance.Rooms.Resolution;
using Conformance.Rooms.Store;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Rooms.Store;

public sealed class RoomEventsTests
{
    private const string HashId = "$Nhcu5BS-UMnFX7hBVfVSoXiD7OgH6iRT-xyIuqDnpYQ";

    [Fact]
    public void Add_KeepsWhatRulesRead()
    {
        var room = new RoomFixture("4");
        int index = room.Add(HashId, "m.room.member", "@b:b", "@a:a", """{"membership":"invite"}""", ["$p:a", HashId], ["$q:a"], pdu => pdu["depth"] = 7);
        RoomEvents events = room.Events;
        events.IdOf(index).ShouldBe(HashId);
        events.Has(index, RoomEventFlags.TextId).ShouldBeFalse();
        events.MembershipOf(index).ShouldBe(Membership.Invite);
        events.DepthOf(index).ShouldBe(7);
        events.TimeOf(index).ShouldBe(1_000);
        Encoding.UTF8.GetString(events.Texts[events.StateKeyOf(index)]).ShouldBe("@b:b");
        Encoding.UTF8.GetString(events.Texts[events.SenderOf(index)]).ShouldBe("@a:a");
        events.PrevEvents(index).ToArray().Select(events.IdOf).ShouldBe(["$p:a", HashId]);
        events.AuthEvents(index).ToArray().Select(events.IdOf).ShouldBe(["$q:a"]);
        events.PrevEvents(index)[1].ShouldBe(index);
        (events.Count, events.HeldCount).ShouldBe((3, 1));
        events.IsUsable(room["$p:a"]).ShouldBeFalse();
        room["$nobody:a"].ShouldBe(-1);
    }

    [Fact]
    public void Add_OfANamedEvent_KeepsItsNumberAndTheFirstCopy()
    {
        var room = new RoomFixture("4");
        room.Add("$2:a", "m", null, "@a:a", "{}", ["$1:a"]);
        int named = room["$1:a"];
        room.Add("$1:a", "m.room.topic", "", "@a:a", "{}").ShouldBe(named);
        room.Add("$1:a", "m.room.name", "", "@a:a", "{}").ShouldBe(named);
        Encoding.UTF8.GetString(room.Events.Texts[room.Events.TypeOf(named)]).ShouldBe("m.room.topic");
        room.Events.HeldCount.ShouldBe(2);
    }

    [Theory]
    [InlineData("type")]
    [InlineData("sender")]
    [InlineData("content")]
    [InlineData("origin_server_ts")]
    [InlineData("prev_events")]
    [InlineData("auth_events")]
    public void Add_WithoutWhatRulesNeed_IsMalformed(string member)
    {
        var room = new RoomFixture("4");
        room.Events.IsUsable(room.Add("$1:a", "m", "", "@a:a", "{}", change: pdu => pdu.Remove(member))).ShouldBeFalse();
        room.Events.IsUsable(room.Add("$2:a", "m", "", "@a:a", "{}", change: pdu => pdu[member] = true)).ShouldBeFalse();
        var states = new RoomStates(room.Events);
        states.StandingOf(room["$1:a"]).ShouldBe(EventStanding.Undetermined);
    }

    [Theory]
    [InlineData("9", false, true)]
    [InlineData("9", true, true)]
    [InlineData("8", false, true)]
    [InlineData("8", true, false)]
    public void Add_InRedactedForm_ReadsWhatTheVersionKeeps(string version, bool redacted, bool kept)
    {
        var room = new RoomFixture(version);
        int index = room.Add(
            room.Make("$1:a", "m.room.member", "@b:b", "@b:b", """{"membership":"join","join_authorised_via_users_server":"@a:a"}"""),
            redacted ? RoomEventForm.Redacted : RoomEventForm.AsIs);
        room.Events.MembershipOf(index).ShouldBe(Membership.Join);
        (room.Events.AuthorisingUserOf(index) >= 0).ShouldBe(kept);
    }

    [Fact]
    public void CompareIds_IsByTextNotByHash()
    {
        var room = new RoomFixture("4");
        string[] ids = [.. new[] { 'a', 'Z', '0', '-', '_' }.Select(first => "$" + first + new string('A', 42)), "$text:a", "$-"];
        int[] indexes = [.. ids.Select(id => room.Add(id, "m", null, "@a:a", "{}"))];
        Array.Sort(indexes, room.Events.CompareIds);
        indexes.Select(room.Events.IdOf).ShouldBe(ids.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Circle_OfReferences_EndsAndIsUndetermined()
    {
        var room = new RoomFixture("1");
        room.Add("$create:a", "m.room.create", "", "@a:a", """{"creator":"@a:a"}""");
        room.Add("$1:a", "m.room.power_levels", "", "@a:a", "{}", ["$2:a"], ["$create:a", "$2:a"]);
        room.Add("$2:a", "m.room.power_levels", "", "@a:a", "{}", ["$1:a"], ["$create:a", "$1:a"]);
        room.Add("$3:a", "m.room.power_levels", "", "@a:a", "{}", ["$2:a"], ["$create:a", "$2:a"]);
        var states = new RoomStates(room.Events);
        states.StandingOf(room["$create:a"]).ShouldBe(EventStanding.Accepted);
        states.VerdictOf(room["$1:a"]).Rule.ShouldBe(AuthRule.EventCircular);
        states.VerdictOf(room["$3:a"]).Rule.ShouldBe(AuthRule.EventCircular);
        int[] circle = [room["$1:a"], room["$2:a"], room["$3:a"]];
        var resolver = new StateResolver(room.Events, new AuthRules(room.Events));
        resolver.Resolve([.. circle.Select(index => StateMap.Empty.Set(room.Events.PowerLevelsSlot, index))], states.Standings).Count.ShouldBeLessThan(2);
    }

    [Fact]
    public void Gap_MakesWhatFollowsUndetermined_UntilStateIsGiven()
    {
        var room = new RoomFixture("10");
        room.Add("$create:a", "m.room.create", "", "@a:a", """{"creator":"@a:a"}""");
        room.Add("$a:a", "m.room.member", "@a:a", "@a:a", """{"membership":"join"}""", ["$create:a"], ["$create:a"]);
        int after = room.Add("$t:a", "m.room.topic", "", "@a:a", "{}", ["$gone:a"], ["$create:a", "$a:a"]);
        int next = room.Add("$m:a", "m", null, "@a:a", "{}", ["$t:a"], ["$create:a", "$a:a"]);
        int refused = room.Add("$x:b", "m", null, "@b:b", "{}", ["$t:a"], ["$create:a"]);
        var states = new RoomStates(room.Events);
        states.StandingOf(after).ShouldBe(EventStanding.Unplaced);
        states.VerdictOf(after).Rule.ShouldBe(AuthRule.StateUnknown);
        states.StandingOf(next).ShouldBe(EventStanding.Unplaced);
        states.After(next).ShouldBeNull();
        states.StandingOf(refused).ShouldBe(EventStanding.RejectedByAuthEvents);

        var known = new Dictionary<int, StateMap> { [after] = states.After(room["$a:a"])! };
        var placed = new RoomStates(room.Events, known: known);
        placed.StandingOf(next).ShouldBe(EventStanding.Accepted);
        placed.After(next)!.Count.ShouldBe(3);
        placed.ForwardExtremities().ShouldBe([room["$a:a"], next]);
    }

    [Fact]
    public void Add_WithMoreReferencesThanAChunkHolds_KeepsAllOfThem()
    {
        var room = new RoomFixture("4");
        string[] prev = [.. Enumerable.Range(0, RoomEvents.MaxReferences + 3).Select(i => $"$p{i}:a")];
        string[] auth = [.. Enumerable.Range(0, RoomEvents.MaxReferences).Select(i => $"$a{i}:a")];
        int small = room.Add("$1:a", "m", null, "@a:a", "{}", ["$x:a"], [""]);
        int large = room.Add("$2:a", "m", null, "@a:a", "{}", prev, auth);
        int after = room.Add("$3:a", "m", null, "@a:a", "{}", ["$2:a"], []);
        int none = room.Add("$4:a", "m", null, "@a:a", "{}", [], []);

        room.Events.PrevEvents(large).ToArray().Select(room.Events.IdOf).ShouldBe(prev.Take(RoomEvents.MaxReferences));
        room.Events.AuthEvents(large).ToArray().Select(room.Events.IdOf).ShouldBe(auth);
        room.Events.Has(large, RoomEventFlags.ReferencesCut).ShouldBeTrue();
        room.Events.AuthEvents(small).ToArray().Select(room.Events.IdOf).ShouldBe([""]);
        room.Events.PrevEvents(after).ToArray().ShouldBe([large]);
        room.Events.PrevEvents(none).Length.ShouldBe(0);
        room.Events.HeldCount.ShouldBe(4);
    }

    [Fact]
    public void Columns_OfAHundredThousandEvents_TakeLittle()
    {
        var view = new EventView();
        var room = new RoomEvents(RoomVersions.Find("10")!, "!r:a"u8);
        Span<byte> hash = stackalloc byte[32];
        string previous = HashId;
        const int Count = 100_000;
        for (int i = 0; i < Count; i++)
        {
            System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(i), hash);
            string id = "$" + Convert.ToBase64String(hash).TrimEnd('=').Replace('+', '-').Replace('/', '_');
            string json = $$"""{"type":"m.room.message","sender":"@u{{i % 1000}}:a","room_id":"!r:a","content":{},"depth":{{i}},"origin_server_ts":{{i}},"prev_events":["{{previous}}"],"auth_events":["{{HashId}}","{{HashId}}","{{HashId}}"]}""";
            view.Load(DocumentReader.Read(Encoding.UTF8.GetBytes(json), DocumentEncoding.Json));
            room.Add(view, Encoding.UTF8.GetBytes(id));
            previous = id;
        }

        long each = room.Bytes / Count;
        each.ShouldBeLessThan(150);
        room.Count.ShouldBe(Count + 1);
        TestContext.Current.TestOutputHelper?.WriteLine($"{each} bytes an event");
    }
}
