namespace Conformance.Events.Versions;

/// <summary>The algorithms of state resolution.</summary>
public enum StateResolutionId
{
    /// <summary>That of room version 1.</summary>
    V1,

    /// <summary>That of room version 2.</summary>
    V2,

    /// <summary>That of room version 12: starts from the empty map and includes the conflicted state subgraph.</summary>
    V2Point1,
}
