namespace Conformance.Rooms.Graphs.Drawing;

/// <summary>What is marked on the node of an event.</summary>
[Flags]
internal enum DrawnMarks
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It is a create event.</summary>
    Create = 1,

    /// <summary>It has a state key.</summary>
    State = 2,

    /// <summary>It is a forward extremity, of those that count.</summary>
    End = 4,

    /// <summary>It was rejected.</summary>
    Rejected = 8,

    /// <summary>It was soft-failed.</summary>
    SoftFailed = 16,

    /// <summary>It is held apart from the graph.</summary>
    Outlier = 32,

    /// <summary>Its depth isn't what the formula gives.</summary>
    DepthOff = 64,

    /// <summary>It was named to choose what is drawn.</summary>
    Named = 128,

    /// <summary>It is a forward extremity, but of a part of the room that was left behind.</summary>
    LeftBehind = 256,

    /// <summary>The state before it came with the events.</summary>
    StateGiven = 512,
}
