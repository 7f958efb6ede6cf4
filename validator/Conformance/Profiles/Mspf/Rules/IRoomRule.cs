using Conformance.Documents;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A rule about one room of <c>m.rooms</c>; the room ID is the key of the visit. Called on any thread.</summary>
internal interface IRoomRule
{
    /// <summary>The rule's id in the catalogue.</summary>
    string Id { get; }

    /// <summary>Checks, and reports what it finds.</summary>
    void Check(Node details, DocumentVisit visit);
}
