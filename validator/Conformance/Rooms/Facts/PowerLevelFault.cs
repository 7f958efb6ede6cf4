namespace Conformance.Rooms.Facts;

/// <summary>What the rules refuse in the form of a power levels event, in the order in which they do.</summary>
internal enum PowerLevelFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A number outside of binary64 (room versions 1 to 5).</summary>
    OutOfRange,

    /// <summary>A single level is no integer (room versions from 10).</summary>
    BadLevel,

    /// <summary><c>events</c> or <c>notifications</c> is no object of integers (room versions from 10).</summary>
    BadMap,

    /// <summary><c>users</c> is no object of user IDs and integers.</summary>
    BadUsers,
}
