namespace Conformance.Rooms.Rules;

/// <summary>A rule about a room as a whole. Called on any thread.</summary>
internal interface IRoomGraphRule
{
    /// <summary>The rule's id in the catalogue.</summary>
    string Id { get; }

    /// <summary>Checks, and reports what it finds.</summary>
    void Check(RoomVisit visit);
}
