using Shouldly;
using Xunit;

namespace Conformance.Suites.Peer.Tests.Support;

/// <summary>The verifier that tests trust, held against vectors of RFC 8032, section 7.1.</summary>
public sealed class Rfc8032Tests
{
    [Theory]
    [InlineData(
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData(
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    public void Vector_IsVerified_AndAChangedOneIsNot(string key, string message, string signature)
    {
        byte[] changed = Convert.FromHexString(signature);
        changed[40] ^= 1;

        Rfc8032.Verify(Convert.FromHexString(key), Convert.FromHexString(message), Convert.FromHexString(signature)).ShouldBeTrue();
        Rfc8032.Verify(Convert.FromHexString(key), Convert.FromHexString(message), changed).ShouldBeFalse();
    }
}
