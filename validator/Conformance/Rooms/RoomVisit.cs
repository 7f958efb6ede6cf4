using System.Text;
using Conformance.Events.Index;
using Conformance.Findings;
using Conformance.Rooms.Graphs;
using Conformance.Rooms.Resolution;
using Conformance.Rooms.Store;

namespace Conformance.Rooms;

/// <summary>One room on its way through the rules on rooms: its events, what was made of them, its place, and the sink.</summary>
internal sealed class RoomVisit
{
    private string? _roomText;

    /// <summary>The events.</summary>
    public required RoomEvents Room { get; init; }

    /// <summary>How they stand, and the states.</summary>
    public required RoomStates States { get; init; }

    /// <summary>Their graph.</summary>
    public required RoomGraph Graph { get; init; }

    /// <summary>States before events that came with the events.</summary>
    public IReadOnlyList<GapState> GapStates { get; init; } = [];

    /// <summary>Whether a user, by number, belongs to the server whose view of the room this is.</summary>
    public required Func<int, bool> IsOwn { get; init; }

    /// <summary>Where the room stands.</summary>
    public required Location Location { get; init; }

    /// <summary>Position in the run of the member that it stands in.</summary>
    public required int MemberOrdinal { get; init; }

    /// <summary>Names of members, by their position in the run; null for an input of one file.</summary>
    public required Func<EventPlace, string?> MemberOf { get; init; }

    /// <summary>Takes findings.</summary>
    public required IFindingSink Sink { get; init; }

    /// <summary>The room ID, safe to print.</summary>
    public string RoomText => _roomText ??= Quoting.Safe(Room.Texts[Room.RoomId]);

    /// <summary>An event's ID.</summary>
    public string IdOf(int index) => Room.IdOf(index);

    /// <summary>A text of the room.</summary>
    public string TextOf(int text) => text < 0 ? "" : Encoding.UTF8.GetString(Room.Texts[text]);

    /// <summary>Reports a finding on the room as a whole.</summary>
    public void Report(string rule, params ReadOnlySpan<Argument> arguments)
    {
        if (Sink.Wants(rule))
        {
            Sink.Report(Finding.Of(rule, Location with { Room = RoomText }, arguments) with { MemberOrdinal = MemberOrdinal });
        }
        else
        {
            Sink.CountOnly(rule);
        }
    }

    /// <summary>Reports a finding at a state that came with the events.</summary>
    public void ReportFor(string rule, GapState state, params ReadOnlySpan<Argument> arguments)
    {
        if (!Sink.Wants(rule))
        {
            Sink.CountOnly(rule);
            return;
        }

        string? id = state.Event < 0 ? null : Quoting.Safe(IdOf(state.Event));
        var location = new Location(MemberOf(state.Place), state.Place.Offset, null, RoomText, id);
        Sink.Report(Finding.Of(rule, location, arguments) with { MemberOrdinal = state.Place.MemberOrdinal });
    }

    /// <summary>Reports a finding at an event, or at the room where the event isn't there.</summary>
    public void ReportAt(string rule, int index, params ReadOnlySpan<Argument> arguments)
    {
        if (!Sink.Wants(rule))
        {
            Sink.CountOnly(rule);
            return;
        }

        string id = Quoting.Safe(IdOf(index));
        if (!Room.Has(index, RoomEventFlags.Held))
        {
            Sink.Report(Finding.Of(rule, Location with { Room = RoomText, Event = id }, arguments) with { MemberOrdinal = MemberOrdinal });
            return;
        }

        EventPlace place = Room.SourceOf(index);
        var location = new Location(MemberOf(place), place.Offset, null, RoomText, id);
        Sink.Report(Finding.Of(rule, location, arguments) with { MemberOrdinal = place.MemberOrdinal });
    }
}
