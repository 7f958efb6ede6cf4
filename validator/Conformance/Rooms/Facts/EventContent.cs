using Conformance.Documents;
using Conformance.Events.Versions;

namespace Conformance.Rooms.Facts;

/// <summary>The content of an event, or what its redaction keeps of it.</summary>
internal readonly ref struct EventContent
{
    private readonly Node _content;
    private readonly RedactedContent? _kept;
    private readonly bool _redacted;

    public EventContent(Node content, RoomVersion version, ReadOnlySpan<byte> type, bool redacted)
    {
        _content = content;
        _redacted = redacted;
        _kept = redacted ? version.Redaction.ContentOf(type) : null;
        IsLenient = !version.StrictCanonicalJson;
    }

    /// <summary>Whether numbers are written as room versions 1 to 5 put up with.</summary>
    public bool IsLenient { get; }

    /// <summary>A member; a node of kind <see cref="NodeKind.None"/> when there is none. Of a name that stands twice the last value counts.</summary>
    public Node Get(ReadOnlySpan<byte> name)
    {
        if (_redacted && !Keeps(name, out ReadOnlySpan<byte> only))
        {
            return default;
        }

        Node value = Last(_content, name);
        return _redacted && Keeps(name, out only) && !only.IsEmpty && !Last(value, only).Exists ? default : value;
    }

    /// <summary>The last value under a name in a map.</summary>
    public static Node Last(Node map, ReadOnlySpan<byte> name)
    {
        Node found = default;
        foreach ((Node key, Node value) in map.Members())
        {
            if (key.TextEquals(name))
            {
                found = value;
            }
        }

        return found;
    }

    private bool Keeps(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> only)
    {
        only = default;
        if (_kept is null || _kept.KeepsAll)
        {
            return _kept is not null;
        }

        foreach (RedactedKey key in _kept.Keys)
        {
            if (key.Name.AsSpan().SequenceEqual(name))
            {
                only = key.Only.AsSpan();
                return true;
            }
        }

        return false;
    }
}
