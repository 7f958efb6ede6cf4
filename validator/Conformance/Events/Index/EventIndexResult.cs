namespace Conformance.Events.Index;

/// <summary>What an index has to say about an event it was given.</summary>
internal enum EventIndexResult
{
    /// <summary>It wasn't there.</summary>
    New,

    /// <summary>It was there, with the same bytes.</summary>
    SameAgain,

    /// <summary>It was there, with other bytes.</summary>
    DifferentAgain,

    /// <summary>It isn't there, and there is no room for more.</summary>
    Full,
}
