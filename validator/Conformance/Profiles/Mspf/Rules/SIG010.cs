using Conformance.Findings;
using Conformance.Signatures.Keys;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>An answer in the archive's own item of keys isn't that of the server that it is said to be of.</summary>
internal sealed class SIG010 : IArchiveRule
{
    /// <inheritdoc />
    public string Id => nameof(SIG010);

    /// <inheritdoc />
    public void Check(MspfArchive archive, IFindingSink sink) => ServerKeyProblems.Report(archive, Id, sink, problem => problem.Kind switch
    {
        KeyProblemKind.BadSelfSignature => [("server", problem.Subject), ("fault", "its own signature of it is bad")],
        KeyProblemKind.AnotherServer => [("server", problem.Subject), ("fault", "it stands under another server")],
        _ => null,
    });
}
