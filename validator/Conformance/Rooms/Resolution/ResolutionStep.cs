namespace Conformance.Rooms.Resolution;

/// <summary>The step of a resolution that an event was checked in.</summary>
internal enum ResolutionStep
{
    /// <summary>The first algorithm's: taken without a check, as first of its slot.</summary>
    Taken,

    /// <summary>The first algorithm's: checked after those before it.</summary>
    Depth,

    /// <summary>Reverse topological power ordering.</summary>
    Power,

    /// <summary>Mainline ordering.</summary>
    Mainline,
}
