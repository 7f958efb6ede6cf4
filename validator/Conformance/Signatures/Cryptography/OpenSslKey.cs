using System.Runtime.InteropServices;

namespace Conformance.Signatures.Cryptography;

/// <summary>A key as an object of libcrypto.</summary>
internal sealed class OpenSslKey : SafeHandle
{
    public OpenSslKey(OpenSslLibrary library, nint key)
        : base(0, ownsHandle: true)
    {
        Library = library;
        SetHandle(key);
    }

    /// <summary>The library whose object it is.</summary>
    public OpenSslLibrary Library { get; }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Library.Free(handle);
        return true;
    }
}
