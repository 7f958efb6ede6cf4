namespace Conformance.Signatures.Cryptography;

/// <summary>
/// Ed25519 (RFC 8032 §5.1) by a library of the system. What is accepted is the same whichever library there is: the strict rule of
/// libsodium, as <c>docs/formats/signatures.md</c> lays down. Safe for any number of threads.
/// </summary>
public abstract class Ed25519Library
{
    /// <summary>Length of a signature, in bytes.</summary>
    public const int SignatureLength = 64;

    /// <summary>Length of the seed that a secret key is made from, in bytes.</summary>
    public const int SeedLength = 32;

    private readonly Lazy<string?> _path;

    private protected Ed25519Library(nint function) => _path = new Lazy<string?>(() => NativeModule.PathOf(function));

    /// <summary>The library: <c>libsodium</c> or <c>libcrypto</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Its version, as it states it.</summary>
    public abstract string Version { get; }

    /// <summary>The file that it was loaded from; null when the system doesn't tell.</summary>
    public string? Path => _path.Value;

    /// <summary>Verifies a signature. Allocates nothing, but for a key's first use.</summary>
    /// <param name="key">The public key.</param>
    /// <param name="message">What was signed.</param>
    /// <param name="signature">The signature; of any other length than <see cref="SignatureLength"/> it is no good one.</param>
    /// <returns>True when the signature is good.</returns>
    public bool Verify(Ed25519PublicKey key, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        ArgumentNullException.ThrowIfNull(key);
        return signature.Length == SignatureLength
            && key.IsSound
            && Ed25519Encoding.IsReducedScalar(signature[32..])
            && !Ed25519Encoding.IsSmallOrder(signature[..32])
            && VerifyCore(key, message, signature);
    }

    /// <summary>Makes the secret key of a seed, for signing.</summary>
    /// <param name="seed">32 bytes.</param>
    /// <returns>The key, to be disposed of.</returns>
    /// <exception cref="ArgumentException">The seed has another length.</exception>
    public Ed25519SecretKey KeyFromSeed(ReadOnlySpan<byte> seed)
    {
        if (seed.Length != SeedLength)
        {
            throw new ArgumentException("A seed is 32 bytes.", nameof(seed));
        }

        byte[] secret = new byte[2 * SeedLength];
        seed.CopyTo(secret);
        DerivePublicKey(seed, secret.AsSpan(SeedLength));
        return new Ed25519SecretKey(this, secret);
    }

    /// <summary>The equation of RFC 8032 §5.1.7, without its factor 8; encodings have been looked at.</summary>
    private protected abstract bool VerifyCore(Ed25519PublicKey key, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature);

    private protected abstract void DerivePublicKey(ReadOnlySpan<byte> seed, Span<byte> publicKey);

    /// <param name="secret">Seed and public key.</param>
    /// <param name="message">What to sign.</param>
    /// <param name="signature">Takes 64 bytes.</param>
    internal abstract void Sign(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> message, Span<byte> signature);

    /// <summary>
    /// Whether the library does as it should: a build that has Ed25519 switched off would call every signature bad.
    /// </summary>
    internal bool KnowsItsTrade()
    {
        // RFC 8032 §7.1, TEST 2.
        ReadOnlySpan<byte> seed =
        [
            0x4c, 0xcd, 0x08, 0x9b, 0x28, 0xff, 0x96, 0xda, 0x9d, 0xb6, 0xc3, 0x46, 0xec, 0x11, 0x4e, 0x0f,
            0x5b, 0x8a, 0x31, 0x9f, 0x35, 0xab, 0xa6, 0x24, 0xda, 0x8c, 0xf6, 0xed, 0x4f, 0xb8, 0xa6, 0xfb,
        ];
        ReadOnlySpan<byte> signature =
        [
            0x92, 0xa0, 0x09, 0xa9, 0xf0, 0xd4, 0xca, 0xb8, 0x72, 0x0e, 0x82, 0x0b, 0x5f, 0x64, 0x25, 0x40,
            0xa2, 0xb2, 0x7b, 0x54, 0x16, 0x50, 0x3f, 0x8f, 0xb3, 0x76, 0x22, 0x23, 0xeb, 0xdb, 0x69, 0xda,
            0x08, 0x5a, 0xc1, 0xe4, 0x3e, 0x15, 0x99, 0x6e, 0x45, 0x8f, 0x36, 0x13, 0xd0, 0xf1, 0x1d, 0x8c,
            0x38, 0x7b, 0x2e, 0xae, 0xb4, 0x30, 0x2a, 0xee, 0xb0, 0x0d, 0x29, 0x16, 0x12, 0xbb, 0x0c, 0x00,
        ];
        try
        {
            using Ed25519SecretKey key = KeyFromSeed(seed);
            return Verify(key.PublicKey, [0x72], signature) && !Verify(key.PublicKey, [0x73], signature);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
