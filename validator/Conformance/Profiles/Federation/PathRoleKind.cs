namespace Conformance.Profiles.Federation;

/// <summary>What a value of a file is there for.</summary>
internal enum PathRoleKind
{
    /// <summary>Nothing that is checked here.</summary>
    Other,

    /// <summary>A body of two values, of which the second is the object.</summary>
    Pair,

    /// <summary>The object that has the endpoint's members.</summary>
    Map,

    /// <summary>A list of PDUs.</summary>
    List,

    /// <summary>A PDU.</summary>
    Event,

    /// <summary>Any other member of the object.</summary>
    Piece,
}
