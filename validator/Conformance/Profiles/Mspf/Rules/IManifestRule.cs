using Conformance.Documents;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A rule about the manifest as a whole, or about its items.</summary>
internal interface IManifestRule
{
    /// <summary>The rule's id in the catalogue.</summary>
    string Id { get; }

    /// <summary>Checks, and reports what it finds.</summary>
    void Check(Node root, Manifest? manifest, DocumentVisit visit);
}
