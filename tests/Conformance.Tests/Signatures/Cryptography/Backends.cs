using Conformance.Signatures.Cryptography;
using Xunit;

namespace Conformance.Tests.Signatures.Cryptography;

/// <summary>The libraries that a test is run with, by name.</summary>
internal static class Backends
{
    private static readonly Lazy<Ed25519Library?> Sodium = new(() => Ed25519Libraries.FindSodium(new SystemLibraryFinder()));
    private static readonly Lazy<Ed25519Library?> OpenSsl = new(() => Ed25519Libraries.FindOpenSsl(new SystemLibraryFinder()));

    public static TheoryData<string> All => ["libsodium", "libcrypto"];

    /// <summary>A library; skips the test where the system has it not.</summary>
    public static Ed25519Library GetOrSkip(string name)
    {
        Ed25519Library? library = (name == "libsodium" ? Sodium : OpenSsl).Value;
        Assert.SkipWhen(library is null, $"This system has no {name}.");
        return library!;
    }

    /// <summary>Any library; skips the test where the system has none.</summary>
    public static Ed25519Library AnyOrSkip()
    {
        Assert.SkipWhen(Ed25519Libraries.Default is null, "This system has no library for Ed25519.");
        return Ed25519Libraries.Default!;
    }
}
