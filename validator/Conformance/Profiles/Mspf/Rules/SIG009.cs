using Conformance.Findings;
using Conformance.Signatures.Keys;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A key in the archive's own item is no public key that signatures can be checked by.</summary>
internal sealed class SIG009 : IArchiveRule
{
    /// <inheritdoc />
    public string Id => nameof(SIG009);

    /// <inheritdoc />
    public void Check(MspfArchive archive, IFindingSink sink) => ServerKeyProblems.Report(archive, Id, sink, problem => problem.Kind switch
    {
        KeyProblemKind.BadKey => [("key", problem.Subject), ("fault", "not 32 bytes in Base64")],
        KeyProblemKind.UnsoundKey => [("key", problem.Subject), ("fault", "a point of small order, or one that isn't in its one encoding, so that it proves nothing")],
        _ => null,
    });
}
