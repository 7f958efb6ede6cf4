using Conformance.Documents;
using Conformance.Documents.Cutting;
using Conformance.Events.Versions;
using Conformance.Findings;

namespace Conformance.Events;

/// <summary>One event on its way through the rules: the event, its room, its place, and the sink. Used again for the next event.</summary>
internal sealed class EventVisit
{
    private byte[] _room = [];
    private string? _roomText;
    private CutItem _item;
    private string? _pointer;
    private string? _eventText;
    private EventIdentity? _identity;

    /// <summary>The members of the event; none unless it is an object.</summary>
    public EventView Event { get; } = new();

    /// <summary>The document that holds the event.</summary>
    public Document Document { get; private set; } = null!;

    /// <summary>The version of the room; null when it isn't known.</summary>
    public RoomVersion? Version { get; private set; }

    /// <summary>The ID of the room that the event stands under, in UTF-8; empty when there is none.</summary>
    public ReadOnlySpan<byte> Room => _room;

    /// <summary>Takes findings.</summary>
    public IFindingSink Sink { get; private set; } = null!;

    /// <summary>Name of the member that holds the event; null for a single file.</summary>
    public string? Member { get; private set; }

    /// <summary>The member's position in the run.</summary>
    public int MemberOrdinal { get; private set; }

    /// <summary>JSON Pointer to the event.</summary>
    public string Pointer => _pointer ??= _item.Pointer;

    /// <summary>Names the file and the sink, for all events that follow.</summary>
    public void Enter(string? member, int memberOrdinal, IFindingSink sink)
    {
        Member = member;
        MemberOrdinal = memberOrdinal;
        Sink = sink;
    }

    /// <summary>Names the room, for all events that follow.</summary>
    public void Enter(byte[] room, RoomVersion? version)
    {
        if (!ReferenceEquals(room, _room))
        {
            _room = room;
            _roomText = null;
        }

        Version = version;
    }

    /// <summary>Takes the next event.</summary>
    /// <param name="document">What was read of it.</param>
    /// <param name="item">Where it was cut from; makes its pointer when one is needed.</param>
    public void Begin(Document document, in CutItem item)
    {
        Document = document;
        _item = item;
        _pointer = null;
        _eventText = null;
        _identity = null;
    }

    /// <summary>Tells the event's identity, once it is known, to all findings that follow.</summary>
    public void Identify(EventIdentity identity) => _identity = identity;

    /// <summary>Whether a finding of a rule is worth making; counts it when not.</summary>
    public bool Wants(string rule)
    {
        if (Sink.Wants(rule))
        {
            return true;
        }

        Sink.CountOnly(rule);
        return false;
    }

    /// <summary>Reports a finding at a node of the event.</summary>
    public void Report(string rule, Node at, params ReadOnlySpan<Argument> arguments)
    {
        Location location = LocationOf(at);
        Sink.Report(Finding.Of(rule, location, arguments) with { MemberOrdinal = MemberOrdinal });
    }

    /// <summary>Reports a finding at a member of the event, or at the event where the member is missing.</summary>
    public void Report(string rule, EventField field, params ReadOnlySpan<Argument> arguments) =>
        Report(rule, Event.Has(field) ? Event[field] : Document.Root, arguments);

    /// <summary>Where a node of the event stands.</summary>
    public Location LocationOf(Node at) => new(
        Member,
        at.Exists ? at.Offset : Document.BaseOffset,
        at.Exists ? Pointer + NodePointer.Of(at) : Pointer,
        _room.Length == 0 ? null : _roomText ??= Quoting.Safe(_room),
        _eventText ??= _identity?.Text);
}
