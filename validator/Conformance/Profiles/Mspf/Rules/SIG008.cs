using Conformance.Findings;
using Conformance.Signatures.Keys;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A name in the archive's own item of keys is no server name, or no key ID.</summary>
internal sealed class SIG008 : IArchiveRule
{
    /// <inheritdoc />
    public string Id => nameof(SIG008);

    /// <inheritdoc />
    public void Check(MspfArchive archive, IFindingSink sink) => ServerKeyProblems.Report(archive, Id, sink, problem => problem.Kind switch
    {
        KeyProblemKind.BadServerName => [("name", problem.Subject), ("kind", "server name")],
        KeyProblemKind.BadKeyId => [("name", problem.Subject), ("kind", "key ID")],
        _ => null,
    });
}
