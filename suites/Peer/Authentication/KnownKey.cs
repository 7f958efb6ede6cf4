using Conformance.Signatures.Cryptography;

namespace Conformance.Suites.Peer.Authentication;

/// <summary>A key of another server.</summary>
/// <param name="Key">The key.</param>
/// <param name="UntilTs">Until when it is good: <c>valid_until_ts</c>, or <c>expired_ts</c> of one that was retired.</param>
/// <param name="IsRetired">Whether it was retired: it is no good for requests then.</param>
internal sealed record KnownKey(Ed25519PublicKey Key, long UntilTs, bool IsRetired);
