using System.Text;

namespace Conformance.Events.Versions;

/// <summary>Names of the members of an event.</summary>
internal static class EventFields
{
    /// <summary>How many there are.</summary>
    public const int Count = (int)EventField.Unsigned + 1;

    private static readonly string[] Names =
    [
        "auth_events", "content", "depth", "event_id", "hashes", "membership", "origin", "origin_server_ts", "prev_events", "prev_state",
        "redacts", "room_id", "sender", "signatures", "state_key", "type", "unsigned",
    ];

    // Each name as canonical JSON writes it before a value: quoted, with the colon.
    private static readonly byte[][] Labels = [.. Names.Select(name => Encoding.UTF8.GetBytes($"\"{name}\":"))];

    public static string Name(EventField field) => Names[(int)field];

    public static ReadOnlySpan<byte> Label(int field) => Labels[field];

    /// <summary>The field of a name, or -1. Length and first byte leave one candidate at most.</summary>
    public static int Find(ReadOnlySpan<byte> name)
    {
        int field = name.Length switch
        {
            4 => (int)EventField.Type,
            5 => (int)EventField.Depth,
            6 => name[0] switch
            {
                (byte)'h' => (int)EventField.Hashes,
                (byte)'o' => (int)EventField.Origin,
                _ => (int)EventField.Sender,
            },
            7 => name[0] == (byte)'c' ? (int)EventField.Content : name[1] == (byte)'o' ? (int)EventField.RoomId : (int)EventField.Redacts,
            8 => name[0] == (byte)'e' ? (int)EventField.EventId : (int)EventField.Unsigned,
            9 => (int)EventField.StateKey,
            10 => name[0] switch
            {
                (byte)'m' => (int)EventField.Membership,
                (byte)'s' => (int)EventField.Signatures,
                _ => (int)EventField.PrevState,
            },
            11 => name[0] == (byte)'a' ? (int)EventField.AuthEvents : (int)EventField.PrevEvents,
            16 => (int)EventField.OriginServerTs,
            _ => -1,
        };
        return field >= 0 && Labels[field].AsSpan(1, name.Length).SequenceEqual(name) ? field : -1;
    }

    /// <summary>A set of fields as bits.</summary>
    public static uint Set(params ReadOnlySpan<EventField> fields)
    {
        uint set = 0;
        foreach (EventField field in fields)
        {
            set |= 1u << (int)field;
        }

        return set;
    }
}
