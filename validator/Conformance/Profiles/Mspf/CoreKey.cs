using Conformance.Findings;
using Conformance.Signatures.Keys;

namespace Conformance.Profiles.Mspf;

/// <summary>The public key that belongs to the <c>signing_key</c> of <c>m.core</c>.</summary>
/// <param name="Key">The key.</param>
/// <param name="Location">Where the signing key stands.</param>
internal sealed record CoreKey(ServerKey Key, Location Location);
