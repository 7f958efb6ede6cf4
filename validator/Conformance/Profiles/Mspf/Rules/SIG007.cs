using Conformance.Findings;
using Conformance.Signatures.Keys;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A value in the archive's own item of keys is of another form than keys are.</summary>
internal sealed class SIG007 : IArchiveRule
{
    /// <inheritdoc />
    public string Id => nameof(SIG007);

    /// <inheritdoc />
    public void Check(MspfArchive archive, IFindingSink sink) => ServerKeyProblems.Report(archive, Id, sink, problem => problem.Kind switch
    {
        KeyProblemKind.NotAnObject => [("expected", "an object of servers, or an answer about keys,")],
        KeyProblemKind.NotKeys => [("expected", "an object of key IDs, or an answer of /_matrix/key/v2/server,")],
        KeyProblemKind.NotAKey => [("expected", "a public key as text, or an object with key,")],
        KeyProblemKind.BadTime => [("expected", $"a key with {problem.Subject} as an integer from 0 to 2^53-1")],
        KeyProblemKind.IncompleteAnswer => [("expected", $"an answer with {problem.Subject}")],
        _ => null,
    });
}
