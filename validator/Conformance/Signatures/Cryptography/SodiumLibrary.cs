using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Conformance.Signatures.Cryptography;

/// <summary>libsodium.</summary>
internal sealed unsafe class SodiumLibrary : Ed25519Library
{
    private const int SecretKeyLength = 64;

    private readonly delegate* unmanaged<byte*, byte*, ulong, byte*, int> _verify;
    private readonly delegate* unmanaged<byte*, byte*, byte*, int> _seedKeyPair;
    private readonly delegate* unmanaged<byte*, ulong*, byte*, ulong, byte*, int> _sign;

    private SodiumLibrary(nint verify, nint seedKeyPair, nint sign, string version)
        : base(verify)
    {
        _verify = (delegate* unmanaged<byte*, byte*, ulong, byte*, int>)verify;
        _seedKeyPair = (delegate* unmanaged<byte*, byte*, byte*, int>)seedKeyPair;
        _sign = (delegate* unmanaged<byte*, ulong*, byte*, ulong, byte*, int>)sign;
        Version = version;
    }

    /// <inheritdoc />
    public override string Name => "libsodium";

    /// <inheritdoc />
    public override string Version { get; }

    /// <summary>Takes a loaded libsodium.</summary>
    /// <returns>Null when it isn't one, or doesn't start.</returns>
    public static SodiumLibrary? TryCreate(nint handle)
    {
        if (!NativeLibrary.TryGetExport(handle, "sodium_init", out nint init)
            || !NativeLibrary.TryGetExport(handle, "sodium_version_string", out nint version)
            || !NativeLibrary.TryGetExport(handle, "crypto_sign_ed25519_verify_detached", out nint verify)
            || !NativeLibrary.TryGetExport(handle, "crypto_sign_ed25519_seed_keypair", out nint seedKeyPair)
            || !NativeLibrary.TryGetExport(handle, "crypto_sign_ed25519_detached", out nint sign)
            || ((delegate* unmanaged<int>)init)() < 0)
        {
            return null;
        }

        string text = Marshal.PtrToStringUTF8(((delegate* unmanaged<nint>)version)()) ?? "unknown";
        return new SodiumLibrary(verify, seedKeyPair, sign, text);
    }

    private protected override bool VerifyCore(Ed25519PublicKey key, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        byte nothing = 0;
        fixed (byte* s = signature, m = message, k = key.Bytes)
        {
            return _verify(s, message.IsEmpty ? &nothing : m, (ulong)message.Length, k) == 0;
        }
    }

    private protected override void DerivePublicKey(ReadOnlySpan<byte> seed, Span<byte> publicKey)
    {
        Span<byte> secret = stackalloc byte[SecretKeyLength];
        fixed (byte* s = seed, p = publicKey, x = secret)
        {
            int result = _seedKeyPair(p, x, s);
            CryptographicOperations.ZeroMemory(secret);
            if (result != 0)
            {
                throw new InvalidOperationException("libsodium made no key.");
            }
        }
    }

    internal override void Sign(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> message, Span<byte> signature)
    {
        byte nothing = 0;
        fixed (byte* x = secret, m = message, s = signature)
        {
            if (_sign(s, null, message.IsEmpty ? &nothing : m, (ulong)message.Length, x) != 0)
            {
                throw new InvalidOperationException("libsodium made no signature.");
            }
        }
    }
}
