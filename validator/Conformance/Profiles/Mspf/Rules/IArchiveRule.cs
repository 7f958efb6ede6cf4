using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A rule about the archive as a whole, checked when all was read.</summary>
internal interface IArchiveRule
{
    /// <summary>The rule's id in the catalogue.</summary>
    string Id { get; }

    /// <summary>Checks, and reports what it finds.</summary>
    void Check(MspfArchive archive, IFindingSink sink);
}
