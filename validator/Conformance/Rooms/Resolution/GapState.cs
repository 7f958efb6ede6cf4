using Conformance.Events.Index;

namespace Conformance.Rooms.Resolution;

/// <summary>A state before an event that came with the events, and what is wrong with it.</summary>
/// <param name="At">The event's key.</param>
/// <param name="Place">Where the state stands.</param>
internal sealed record GapState(EventKey At, EventPlace Place)
{
    /// <summary>The event; -1 when it isn't there.</summary>
    public int Event { get; init; } = -1;

    /// <summary>How many events make up the state.</summary>
    public int Count { get; init; }

    /// <summary>How many of them aren't there.</summary>
    public int Missing { get; init; }

    /// <summary>How many of them are no state events, or lack what rules need.</summary>
    public int Stateless { get; init; }

    /// <summary>How many of them are beside another for the same type and state key.</summary>
    public int Doubled { get; init; }

    /// <summary>Whether the state is whole, and can be gone by.</summary>
    public bool IsUsable => Event >= 0 && Missing == 0 && Stateless == 0 && Doubled == 0;
}
