using Conformance.Documents;
using Conformance.Events.Identifiers;
using Conformance.Signatures.Keys;

namespace Conformance.Signatures;

/// <summary>What is known of one server's signatures of an event. Its nodes are those of the event's document.</summary>
/// <param name="Role">Why the server signs.</param>
/// <param name="Status">What is known.</param>
/// <param name="Counts">
/// Whether the event's own status depends on it. It doesn't for <see cref="SignerRole.Other"/>, nor where the specification and servers
/// differ about whether the server has to sign.
/// </param>
/// <param name="NamedBy">The value that names the server: an identifier; for <see cref="SignerRole.Other"/> the server's name itself.</param>
/// <param name="At">The value that decided: a signature, the server's signatures, or <paramref name="NamedBy"/> where there are none.</param>
/// <param name="Key">The key that decided; null when it was none.</param>
internal readonly record struct SignerVerdict(SignerRole Role, SignatureStatus Status, bool Counts, Node NamedBy, Node At, ServerKey? Key)
{
    /// <summary>The server's name in UTF-8; empty when nothing names it.</summary>
    public ReadOnlySpan<byte> Server =>
        NamedBy.Kind != NodeKind.Text ? default : Role == SignerRole.Other ? NamedBy.Utf8 : DomainIdentifier.Server(NamedBy.Utf8);
}
