namespace Conformance.Rooms.Graphs.Drawing;

/// <summary>What a node of a drawing stands for.</summary>
internal enum DrawnKind
{
    /// <summary>An event.</summary>
    Event,

    /// <summary>Events in a row.</summary>
    Stretch,

    /// <summary>An event that isn't there, or several.</summary>
    Missing,

    /// <summary>All events that are too many to be drawn.</summary>
    Omitted,
}
