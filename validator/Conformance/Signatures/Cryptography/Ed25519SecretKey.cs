using System.Security.Cryptography;

namespace Conformance.Signatures.Cryptography;

/// <summary>A secret key, wiped when it is disposed of. Any number of threads may sign with it.</summary>
public sealed class Ed25519SecretKey : IDisposable
{
    private readonly Ed25519Library _library;
    private readonly byte[] _secret;
    private bool _disposed;

    internal Ed25519SecretKey(Ed25519Library library, byte[] secret)
    {
        _library = library;
        _secret = secret;
        PublicKey = new Ed25519PublicKey(secret.AsSpan(Ed25519Library.SeedLength));
    }

    /// <summary>The public key that belongs to it.</summary>
    public Ed25519PublicKey PublicKey { get; }

    /// <summary>Signs a message; the same message always gets the same signature (RFC 8032 §5.1.6).</summary>
    /// <param name="message">What to sign.</param>
    /// <param name="signature">Takes the 64 bytes of the signature.</param>
    /// <exception cref="ArgumentException">There is no room for the signature.</exception>
    /// <exception cref="ObjectDisposedException">The key has been disposed of.</exception>
    public void Sign(ReadOnlySpan<byte> message, Span<byte> signature)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (signature.Length < Ed25519Library.SignatureLength)
        {
            throw new ArgumentException("A signature takes 64 bytes.", nameof(signature));
        }

        _library.Sign(_secret, message, signature[..Ed25519Library.SignatureLength]);
    }

    /// <summary>Wipes the key.</summary>
    public void Dispose()
    {
        _disposed = true;
        CryptographicOperations.ZeroMemory(_secret);
    }
}
