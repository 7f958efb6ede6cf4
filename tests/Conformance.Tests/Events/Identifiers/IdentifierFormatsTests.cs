using System.Text;
using Conformance.Events.Identifiers;
using Conformance.Schemas;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Events.Identifiers;

public sealed class IdentifierFormatsTests
{
    [Theory]
    [InlineData("matrix-server-name", "example.org:8448", "exa_mple.org")]
    [InlineData("matrix-user-id", "@alice:example.org", "#alice:example.org")]
    [InlineData("matrix-room-id", "!a:example.org", "#a:example.org")]
    [InlineData("matrix-room-id", "!Nhcu5BS-UMnFX7hBVfVSoXiD7OgH6iRT-xyIuqDnpYQ", "!Nhcu5BS-UMnFX7hBVfVSoXiD7OgH6iRT-xyIuqDnpY")]
    [InlineData("matrix-room-id-with-server", "!a:example.org", "!Nhcu5BS-UMnFX7hBVfVSoXiD7OgH6iRT-xyIuqDnpYQ")]
    [InlineData("matrix-room-id-hash", "!Nhcu5BS-UMnFX7hBVfVSoXiD7OgH6iRT-xyIuqDnpYQ", "!a:example.org")]
    [InlineData("matrix-event-id", "$a:example.org", "a:example.org")]
    [InlineData("matrix-room-alias", "#a:example.org", "!a:example.org")]
    [InlineData("matrix-room-version", "10", "X")]
    [InlineData("matrix-key-id", "ed25519:1", "ed25519")]
    [InlineData("matrix-opaque-id", "ABC~1", "a/b")]
    [InlineData("matrix-namespaced-id", "m.room", "M.room")]
    public void AddTo_StandardFormats_KnowsIdentifiers(string format, string good, string bad)
    {
        FormatCheck check = IdentifierFormats.AddTo(SchemaFormats.Standard).Find(format).ShouldNotBeNull();
        check(Encoding.UTF8.GetBytes(good)).ShouldBeTrue();
        check(Encoding.UTF8.GetBytes(bad)).ShouldBeFalse();
    }
}
