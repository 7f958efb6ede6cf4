using Conformance.Documents;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A rule about one user of <c>m.users</c>; the user ID is the key of the visit. Called on any thread.</summary>
internal interface IUserRule
{
    /// <summary>The rule's id in the catalogue.</summary>
    string Id { get; }

    /// <summary>Checks, and reports what it finds.</summary>
    void Check(Node user, DocumentVisit visit);
}
