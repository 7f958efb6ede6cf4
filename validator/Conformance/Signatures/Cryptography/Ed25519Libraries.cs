namespace Conformance.Signatures.Cryptography;

/// <summary>Finds a library for Ed25519: libsodium, which is twice as fast, or else OpenSSL's libcrypto.</summary>
public static class Ed25519Libraries
{
    private static readonly Lazy<Ed25519Library?> Shared = new(() => Find(new SystemLibraryFinder()));

    /// <summary>The library of this system, looked for once; null when there is none, and signatures can't be verified.</summary>
    public static Ed25519Library? Default => Shared.Value;

    /// <summary>What to do where there is no library, for an administrator.</summary>
    public static string Advice =>
        "Signatures need libsodium or OpenSSL's libcrypto 1.1.1 or later, and this system has neither. "
        + "Install libsodium (Debian and Ubuntu: apt install libsodium23; Fedora: dnf install libsodium; Alpine: apk add libsodium; macOS: brew install libsodium).";

    /// <summary>Finds the first library that works.</summary>
    internal static Ed25519Library? Find(INativeLibraryFinder finder) => FindSodium(finder) ?? FindOpenSsl(finder);

    internal static Ed25519Library? FindSodium(INativeLibraryFinder finder) => Find(finder, SodiumNames(), SodiumLibrary.TryCreate);

    internal static Ed25519Library? FindOpenSsl(INativeLibraryFinder finder) => Find(finder, OpenSslNames(), OpenSslLibrary.TryCreate);

    private static Ed25519Library? Find(INativeLibraryFinder finder, ReadOnlySpan<string> names, Func<nint, Ed25519Library?> create)
    {
        foreach (string name in names)
        {
            if (finder.Find(name) is var handle and not 0 && create(handle) is { } library && library.KnowsItsTrade())
            {
                return library;
            }
        }

        return null;
    }

    private static ReadOnlySpan<string> SodiumNames() =>
        OperatingSystem.IsWindows() ? (string[])["libsodium.dll", "sodium.dll"]
        : OperatingSystem.IsMacOS() ? (string[])
        [
            "libsodium.26.dylib", "libsodium.23.dylib", "libsodium.dylib",
            "/opt/homebrew/lib/libsodium.dylib", "/usr/local/lib/libsodium.dylib",
        ]
        : (string[])["libsodium.so.26", "libsodium.so.23", "libsodium.so.18", "libsodium.so"];

    // On macOS a library of no version, the system's own, ends the process that loads it.
    private static ReadOnlySpan<string> OpenSslNames() =>
        OperatingSystem.IsWindows() ? (string[])["libcrypto-3-x64.dll", "libcrypto-3-arm64.dll", "libcrypto-3.dll", "libcrypto-1_1-x64.dll"]
        : OperatingSystem.IsMacOS() ? (string[])
        [
            "libcrypto.3.dylib", "/opt/homebrew/lib/libcrypto.3.dylib", "/usr/local/lib/libcrypto.3.dylib",
            "/opt/homebrew/opt/openssl@3/lib/libcrypto.3.dylib", "/usr/local/opt/openssl@3/lib/libcrypto.3.dylib", "libcrypto.1.1.dylib",
        ]
        : (string[])["libcrypto.so.3", "libcrypto.so.1.1", "libcrypto.so"];
}
