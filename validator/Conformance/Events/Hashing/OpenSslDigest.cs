using System.Runtime.InteropServices;

namespace Conformance.Events.Hashing;

/// <summary>
/// SHA-256 of OpenSSL 3 with the algorithm looked up once and one context used again. The platform's one-shot calls, which look the algorithm up and make
/// a context each time, take twice as long for an event. One thread at a time.
/// </summary>
internal sealed unsafe class OpenSslDigest : SafeHandle
{
    private static readonly Lazy<Functions?> Shared = new(Functions.TryLoad);

    private readonly Functions _functions;

    private OpenSslDigest(Functions functions)
        : base(0, ownsHandle: true)
    {
        _functions = functions;
        SetHandle(functions.NewContext());
    }

    /// <inheritdoc />
    public override bool IsInvalid => handle == 0;

    /// <summary>Makes a context.</summary>
    /// <returns>Null where the platform doesn't hash by OpenSSL 3.</returns>
    public static OpenSslDigest? TryCreate() => Shared.Value is { } functions && new OpenSslDigest(functions) is { IsInvalid: false } digest ? digest : null;

    /// <summary>Hashes.</summary>
    /// <param name="data">The bytes.</param>
    /// <param name="hash">Takes the 32 bytes of the hash.</param>
    /// <returns>False when OpenSSL failed, for want of memory.</returns>
    public bool TryHash(ReadOnlySpan<byte> data, Span<byte> hash)
    {
        hash = hash[..32];
        byte nothing = 0;
        bool done;
        fixed (byte* d = data, h = hash)
        {
            done = _functions.Init(handle, _functions.Sha256, 0) == 1
                && _functions.Update(handle, data.IsEmpty ? &nothing : d, (nuint)data.Length) == 1
                && _functions.Final(handle, h, null) == 1;
        }

        GC.KeepAlive(this);
        return done;
    }

    /// <inheritdoc />
    protected override bool ReleaseHandle()
    {
        _functions.FreeContext(handle);
        return true;
    }

    /// <summary>What of libcrypto is used. The algorithm is never given back: it lives as long as the process.</summary>
    private sealed class Functions(nint library, nint sha256)
    {
        public readonly nint Sha256 = sha256;
        public readonly delegate* unmanaged<nint> NewContext = (delegate* unmanaged<nint>)NativeLibrary.GetExport(library, "EVP_MD_CTX_new");
        public readonly delegate* unmanaged<nint, void> FreeContext = (delegate* unmanaged<nint, void>)NativeLibrary.GetExport(library, "EVP_MD_CTX_free");
        public readonly delegate* unmanaged<nint, nint, nint, int> Init = (delegate* unmanaged<nint, nint, nint, int>)NativeLibrary.GetExport(library, "EVP_DigestInit_ex");
        public readonly delegate* unmanaged<nint, byte*, nuint, int> Update = (delegate* unmanaged<nint, byte*, nuint, int>)NativeLibrary.GetExport(library, "EVP_DigestUpdate");
        public readonly delegate* unmanaged<nint, byte*, uint*, int> Final = (delegate* unmanaged<nint, byte*, uint*, int>)NativeLibrary.GetExport(library, "EVP_DigestFinal_ex");

        public static Functions? TryLoad()
        {
            if (!OperatingSystem.IsLinux()
                || !NativeLibrary.TryLoad("libcrypto.so.3", typeof(Functions).Assembly, DllImportSearchPath.SafeDirectories, out nint library)
                || !NativeLibrary.TryGetExport(library, "EVP_MD_fetch", out nint fetch))
            {
                return null;
            }

            fixed (byte* name = "SHA2-256\0"u8)
            {
                nint sha256 = ((delegate* unmanaged<nint, byte*, nint, nint>)fetch)(0, name, 0);
                return sha256 == 0 ? null : new Functions(library, sha256);
            }
        }
    }
}
