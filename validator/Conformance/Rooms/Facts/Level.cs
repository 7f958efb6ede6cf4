namespace Conformance.Rooms.Facts;

/// <summary>
/// Power levels as 64-bit numbers. Those beyond stand at the end of the range, where they are equal to each other; the greatest
/// number is kept for creators that outrank all.
/// </summary>
internal static class Level
{
    /// <summary>That of creators who outrank every number.</summary>
    public const long Infinite = long.MaxValue;

    /// <summary>The greatest of an event.</summary>
    public const long Max = long.MaxValue - 1;

    /// <summary>The least of an event.</summary>
    public const long Min = -Max;

    /// <summary>Of a user who isn't mentioned.</summary>
    public const long DefaultUser = 0;

    /// <summary>Of the creator of a room without power levels.</summary>
    public const long DefaultCreator = 100;

    /// <summary>For events that are no state.</summary>
    public const long DefaultEvents = 0;

    /// <summary>For state.</summary>
    public const long DefaultState = 50;

    /// <summary>To invite.</summary>
    public const long DefaultInvite = 0;

    /// <summary>To ban, kick, redact.</summary>
    public const long DefaultAction = 50;

    /// <summary>A number cut to the range.</summary>
    public static long Clamp(long value) => Math.Clamp(value, Min, Max);
}
