using Conformance.Documents;
using Conformance.Events.Identifiers;
using Conformance.Events.Versions;
using Conformance.Rooms.Store;

namespace Conformance.Rooms.Facts;

/// <summary>Reads power levels as a room version counts (Matrix specification, Room versions 1 and 6 and 10, <c>m.room.power_levels</c>).</summary>
/// <param name="texts">Numbers the names.</param>
/// <param name="form">What counts as a number.</param>
internal sealed class PowerLevelReader(TextTable texts, PowerLevelForm form)
{
    private static readonly string[] Names = ["users_default", "events_default", "state_default", "ban", "redact", "kick", "invite"];

    private readonly byte[][] _names = [.. Names.Select(System.Text.Encoding.UTF8.GetBytes)];
    private bool _outOfRange;

    /// <summary>Reads the levels.</summary>
    public PowerLevels Read(EventContent content)
    {
        _outOfRange = false;
        bool badLevel = false;
        long?[] single = new long?[PowerLevels.KindCount];
        for (int kind = 0; kind < single.Length; kind++)
        {
            Node node = content.Get(_names[kind]);
            if (node.Exists)
            {
                single[kind] = TryRead(node, out long level) ? level : null;
                badLevel |= single[kind] is null;
            }
        }

        LevelMap events = ReadMap(content.Get("events"u8), users: false, out bool eventsFit);
        LevelMap notifications = ReadMap(content.Get("notifications"u8), users: false, out bool notificationsFit);
        LevelMap users = ReadMap(content.Get("users"u8), users: true, out bool usersFit);
        bool strict = form == PowerLevelForm.Integers;
        PowerLevelFault fault = _outOfRange ? PowerLevelFault.OutOfRange
            : strict && badLevel ? PowerLevelFault.BadLevel
            : strict && !(eventsFit && notificationsFit) ? PowerLevelFault.BadMap
            : usersFit ? PowerLevelFault.None
            : PowerLevelFault.BadUsers;
        return new PowerLevels(fault, single, users, events, notifications);
    }

    /// <summary>Reads one level.</summary>
    /// <returns>False when it doesn't count as a number.</returns>
    public bool TryRead(Node node, out long level)
    {
        level = 0;
        switch (node.Kind)
        {
            case NodeKind.Integer:
                level = (node.Flags & NodeFlags.BigInteger) == 0 ? Level.Clamp(node.Int64Value) : OfBig(node);
                return true;
            case NodeKind.Float when form == PowerLevelForm.IntegersStringsFloats:
                double number = node.DoubleValue;
                if (!double.IsFinite(number))
                {
                    _outOfRange = true;
                    return false;
                }

                number = Math.Truncate(number);
                level = number >= Level.Max ? Level.Max : number <= Level.Min ? Level.Min : (long)number;
                return true;
            case NodeKind.Text when form != PowerLevelForm.Integers:
                return TryRead(node.Utf8, out level);
            default:
                return false;
        }
    }

    /// <summary>Reads a level written as text: white space, one sign, digits, white space.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out long level)
    {
        level = 0;
        text = text.Trim(" \t\n\v\f\r"u8);
        bool negative = false;
        if (!text.IsEmpty && text[0] is (byte)'-' or (byte)'+')
        {
            negative = text[0] == (byte)'-';
            text = text[1..];
        }

        if (text.IsEmpty || text.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return false;
        }

        foreach (byte character in text)
        {
            int digit = character - '0';
            level = level > (Level.Max - digit) / 10 ? Level.Max : (level * 10) + digit;
        }

        level = negative ? -level : level;
        return true;
    }

    private long OfBig(Node node)
    {
        if (form == PowerLevelForm.IntegersStringsFloats && !double.IsFinite(node.DoubleValue))
        {
            _outOfRange = true;
        }

        return node.BigIntegerValue.Sign < 0 ? Level.Min : Level.Max;
    }

    private LevelMap ReadMap(Node map, bool users, out bool fits)
    {
        fits = map.Kind is NodeKind.None or NodeKind.Map;
        if (map.Kind != NodeKind.Map || map.Count == 0)
        {
            return LevelMap.Empty;
        }

        var pairs = new List<(int, long)>(map.Count);
        foreach ((Node key, Node value) in map.Members())
        {
            if (key.Kind != NodeKind.Text || (users && UserId.Check(key.Utf8) != IdentifierFault.None) || !TryRead(value, out long level))
            {
                fits = false;
                continue;
            }

            pairs.Add((texts.Add(key.Utf8), level));
        }

        return new LevelMap(pairs);
    }
}
