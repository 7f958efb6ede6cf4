using System.Runtime.InteropServices;
using Conformance.Signatures.Cryptography;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Signatures.Cryptography;

public sealed class Ed25519LibrariesTests
{
    public static TheoryData<string> All => Backends.All;

    [Fact]
    public void Find_NoLibraryOnTheSystem_IsNullAndTheAdviceNamesThePackage()
    {
        var finder = new FinderOf(_ => false);

        Ed25519Libraries.Find(finder).ShouldBeNull();
        finder.Asked.ShouldContain(name => name.Contains("sodium", StringComparison.Ordinal));
        finder.Asked.ShouldContain(name => name.Contains("libcrypto", StringComparison.Ordinal));
        Ed25519Libraries.Advice.ShouldContain("apt install libsodium23");
    }

    [Fact]
    public void Find_BothThere_TakesLibsodium()
    {
        Backends.GetOrSkip("libsodium");

        Ed25519Libraries.Find(new SystemLibraryFinder())!.Name.ShouldBe("libsodium");
    }

    [Fact]
    public void Find_NoLibsodium_TakesLibcrypto()
    {
        Backends.GetOrSkip("libcrypto");

        Ed25519Libraries.Find(new FinderOf(name => !name.Contains("sodium", StringComparison.Ordinal)))!.Name.ShouldBe("libcrypto");
    }

    [Fact]
    public void Find_LibraryOfThatNameIsAnother_GoesOn()
    {
        // Each name leads to the C library, which has none of the functions.
        Assert.SkipUnless(OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libc.so.6", out _), "This test needs glibc.");

        Ed25519Libraries.Find(new FinderOf(_ => true, "libc.so.6")).ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Library_Found_TellsItsVersionAndFile(string name)
    {
        Ed25519Library library = Backends.GetOrSkip(name);

        library.Name.ShouldBe(name);
        library.Version.ShouldMatch(@"^\d+\.\d+\.\d+");
        Assert.SkipUnless(OperatingSystem.IsLinux(), "How files are named is known of Linux only.");
        library.Path.ShouldNotBeNull();
        library.Path.ShouldContain(name);
        File.Exists(library.Path).ShouldBeTrue();
    }

    private sealed class FinderOf(Func<string, bool> finds, string? instead = null) : INativeLibraryFinder
    {
        public List<string> Asked { get; } = [];

        public nint Find(string name)
        {
            Asked.Add(name);
            return finds(name) ? new SystemLibraryFinder().Find(instead ?? name) : 0;
        }
    }
}
