using System.Runtime.InteropServices;

namespace Conformance.Signatures.Cryptography;

/// <summary>OpenSSL's libcrypto, from 1.1.1 on.</summary>
internal sealed unsafe class OpenSslLibrary : Ed25519Library
{
    // NID_ED25519, which is EVP_PKEY_ED25519 (openssl/obj_mac.h).
    private const int Ed25519 = 1087;

    private readonly delegate* unmanaged<int, nint, byte*, nuint, nint> _newPublicKey;
    private readonly delegate* unmanaged<int, nint, byte*, nuint, nint> _newPrivateKey;
    private readonly delegate* unmanaged<nint, byte*, nuint*, int> _getPublicKey;
    private readonly delegate* unmanaged<nint, void> _freeKey;
    private readonly delegate* unmanaged<nint> _newContext;
    private readonly delegate* unmanaged<nint, void> _freeContext;
    private readonly delegate* unmanaged<nint, nint, nint, nint, nint, int> _verifyInit;
    private readonly delegate* unmanaged<nint, byte*, nuint, byte*, nuint, int> _verify;
    private readonly delegate* unmanaged<nint, nint, nint, nint, nint, int> _signInit;
    private readonly delegate* unmanaged<nint, byte*, nuint*, byte*, nuint, int> _sign;
    private readonly delegate* unmanaged<void> _clearErrors;

    private OpenSslLibrary(nint handle, nint verify)
        : base(verify)
    {
        _newPublicKey = (delegate* unmanaged<int, nint, byte*, nuint, nint>)NativeLibrary.GetExport(handle, "EVP_PKEY_new_raw_public_key");
        _newPrivateKey = (delegate* unmanaged<int, nint, byte*, nuint, nint>)NativeLibrary.GetExport(handle, "EVP_PKEY_new_raw_private_key");
        _getPublicKey = (delegate* unmanaged<nint, byte*, nuint*, int>)NativeLibrary.GetExport(handle, "EVP_PKEY_get_raw_public_key");
        _freeKey = (delegate* unmanaged<nint, void>)NativeLibrary.GetExport(handle, "EVP_PKEY_free");
        _newContext = (delegate* unmanaged<nint>)NativeLibrary.GetExport(handle, "EVP_MD_CTX_new");
        _freeContext = (delegate* unmanaged<nint, void>)NativeLibrary.GetExport(handle, "EVP_MD_CTX_free");
        _verifyInit = (delegate* unmanaged<nint, nint, nint, nint, nint, int>)NativeLibrary.GetExport(handle, "EVP_DigestVerifyInit");
        _verify = (delegate* unmanaged<nint, byte*, nuint, byte*, nuint, int>)verify;
        _signInit = (delegate* unmanaged<nint, nint, nint, nint, nint, int>)NativeLibrary.GetExport(handle, "EVP_DigestSignInit");
        _sign = (delegate* unmanaged<nint, byte*, nuint*, byte*, nuint, int>)NativeLibrary.GetExport(handle, "EVP_DigestSign");
        _clearErrors = (delegate* unmanaged<void>)NativeLibrary.GetExport(handle, "ERR_clear_error");
        var version = (delegate* unmanaged<int, nint>)NativeLibrary.GetExport(handle, "OpenSSL_version");
        Version = VersionIn(Marshal.PtrToStringUTF8(version(0)));
    }

    /// <inheritdoc />
    public override string Name => "libcrypto";

    /// <inheritdoc />
    public override string Version { get; }

    /// <summary>Takes a loaded libcrypto.</summary>
    /// <returns>Null when it isn't one, or too old for Ed25519.</returns>
    public static OpenSslLibrary? TryCreate(nint handle)
    {
        try
        {
            return new OpenSslLibrary(handle, NativeLibrary.GetExport(handle, "EVP_DigestVerify"));
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Makes a key object.</summary>
    /// <exception cref="InvalidOperationException">libcrypto gave none.</exception>
    public OpenSslKey Prepare(ReadOnlySpan<byte> publicKey)
    {
        fixed (byte* k = publicKey)
        {
            return Owned(_newPublicKey(Ed25519, 0, k, (nuint)publicKey.Length));
        }
    }

    public void Free(nint key) => _freeKey(key);

    private protected override bool VerifyCore(Ed25519PublicKey key, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        OpenSslKey prepared = key.PreparedFor(this);
        nint context = NewContext();
        byte nothing = 0;
        bool isReady = _verifyInit(context, 0, 0, 0, prepared.DangerousGetHandle()) == 1;
        bool isGood;
        fixed (byte* s = signature, m = message)
        {
            isGood = isReady && _verify(context, s, (nuint)signature.Length, message.IsEmpty ? &nothing : m, (nuint)message.Length) == 1;
        }

        _freeContext(context);
        GC.KeepAlive(prepared);
        Demand(isReady);
        if (!isGood)
        {
            // The runtime's own calls read the thread's queue of errors too.
            _clearErrors();
        }

        return isGood;
    }

    private protected override void DerivePublicKey(ReadOnlySpan<byte> seed, Span<byte> publicKey)
    {
        using OpenSslKey key = PrivateKey(seed);
        nuint length = (nuint)publicKey.Length;
        fixed (byte* p = publicKey)
        {
            Demand(_getPublicKey(key.DangerousGetHandle(), p, &length) == 1);
        }
    }

    internal override void Sign(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> message, Span<byte> signature)
    {
        using OpenSslKey key = PrivateKey(secret[..SeedLength]);
        nint context = NewContext();
        byte nothing = 0;
        nuint length = (nuint)signature.Length;
        bool isDone;
        fixed (byte* s = signature, m = message)
        {
            isDone = _signInit(context, 0, 0, 0, key.DangerousGetHandle()) == 1
                && _sign(context, s, &length, message.IsEmpty ? &nothing : m, (nuint)message.Length) == 1;
        }

        _freeContext(context);
        Demand(isDone);
    }

    private OpenSslKey PrivateKey(ReadOnlySpan<byte> seed)
    {
        fixed (byte* s = seed)
        {
            return Owned(_newPrivateKey(Ed25519, 0, s, (nuint)seed.Length));
        }
    }

    private OpenSslKey Owned(nint key)
    {
        Demand(key != 0);
        return new OpenSslKey(this, key);
    }

    private nint NewContext()
    {
        nint context = _newContext();
        Demand(context != 0);
        return context;
    }

    private void Demand(bool done)
    {
        if (!done)
        {
            _clearErrors();
            throw new InvalidOperationException("libcrypto did not do what it does for every key and message: its memory has run out, or it was built without Ed25519.");
        }
    }

    /// <summary>"3.0.22" of "OpenSSL 3.0.22 9 Sep 2026"; forks name themselves.</summary>
    private static string VersionIn(string? text)
    {
        string[] words = (text ?? "unknown").Split(' ');
        return words is ["OpenSSL", var version, ..] ? version : string.Join(' ', words.Take(2));
    }
}
