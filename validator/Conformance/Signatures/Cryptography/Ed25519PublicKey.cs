namespace Conformance.Signatures.Cryptography;

/// <summary>A public key: 32 bytes that encode a point (RFC 8032 §5.1.2).</summary>
public sealed class Ed25519PublicKey
{
    /// <summary>Length of a key, in bytes.</summary>
    public const int Length = 32;

    private readonly byte[] _bytes;
    private OpenSslKey? _prepared;

    /// <summary>Takes a key.</summary>
    /// <param name="bytes">32 bytes, which are copied.</param>
    /// <exception cref="ArgumentException">There are more or fewer bytes.</exception>
    public Ed25519PublicKey(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length)
        {
            throw new ArgumentException("A public key is 32 bytes.", nameof(bytes));
        }

        _bytes = bytes.ToArray();
        IsSound = Ed25519Encoding.IsReducedPoint(bytes) && !Ed25519Encoding.IsSmallOrder(bytes);
    }

    /// <summary>The key's bytes.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>
    /// False for an encoding that isn't reduced, and for a point of small order, under which anyone can sign: no signature is good
    /// under such a key.
    /// </summary>
    public bool IsSound { get; }

    /// <summary>The key in unpadded Base64, as Matrix writes it.</summary>
    /// <returns>43 characters.</returns>
    public override string ToString() => Convert.ToBase64String(_bytes).TrimEnd('=');

    /// <summary>The key as an object of libcrypto, made once.</summary>
    internal OpenSslKey PreparedFor(OpenSslLibrary library)
    {
        OpenSslKey? prepared = Volatile.Read(ref _prepared);
        if (prepared is not null && ReferenceEquals(prepared.Library, library))
        {
            return prepared;
        }

        prepared = library.Prepare(_bytes);
        Volatile.Write(ref _prepared, prepared);
        return prepared;
    }
}
