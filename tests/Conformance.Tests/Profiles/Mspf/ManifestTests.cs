using Conformance.Findings;
using Conformance.Profiles.Mspf;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Profiles.Mspf;

/// <summary>Ownership of files, by the examples of MSC2783 (Directory Structure).</summary>
public sealed class ManifestTests
{
    [Theory]
    [InlineData("org.matrix.synapse.json", "org.matrix.synapse")]
    [InlineData("org.matrix.synapse/anything", "org.matrix.synapse")]
    [InlineData("org.matrix.synapse/deep/down.bin", "org.matrix.synapse")]
    [InlineData("org.matrix/synapse.json", "org.matrix.synapse")]
    [InlineData("org.matrix/synapse/admin_data.json", "org.matrix.synapse")]
    [InlineData("org.matrix/synapse/community_data.json", "org.matrix.synapse")]
    [InlineData("org.matrix/msc/9876/locations_index.idx", "org.matrix.msc.9876")]
    [InlineData("org.matrix/msc/9876/locations.cbor", "org.matrix.msc.9876")]
    [InlineData("m.core.json", "m.core")]
    [InlineData("m.events/events.1.cbor", "m.events")]
    [InlineData("m.users/users.2.cbor", "m.users")]
    [InlineData("m.e2e/keys.1.cbor", "m.e2e.keys")]
    [InlineData("m.e2e/to_device.1.cbor", "m.e2e.to_device")]
    public void OwnerOf_FilesOfTheDraft_AreTheirItems(string path, string owner) => Example().OwnerOf(path)!.Specifier.ShouldBe(owner);

    [Theory]
    [InlineData("org.matrix.synapses.json")]
    [InlineData("org.matrix.json")]
    [InlineData("org.json")]
    [InlineData("org")]
    [InlineData("m.e2e/other.cbor")]
    [InlineData("m.e2e.cbor")]
    [InlineData("m.corex")]
    [InlineData("xm.core.json")]
    [InlineData("")]
    [InlineData("...")]
    public void OwnerOf_OtherFiles_AreNobodys(string path) => Example().OwnerOf(path).ShouldBeNull();

    [Fact]
    public void OwnerOf_TwoSpecifiersFit_IsTheLonger()
    {
        Manifest manifest = Of("org.matrix", "org.matrix.synapse", "org.matrix.synapse.media");

        manifest.OwnerOf("org.matrix/synapse/media/1")!.Specifier.ShouldBe("org.matrix.synapse.media");
        manifest.OwnerOf("org.matrix.synapse/medias")!.Specifier.ShouldBe("org.matrix.synapse");
        manifest.OwnerOf("org.matrix/dendrite.json")!.Specifier.ShouldBe("org.matrix");
    }

    [Fact]
    public void OwnerOf_PathOfDotsOnly_EndsSoon() => Example().OwnerOf(new string('.', 4096)).ShouldBeNull();

    [Theory]
    [InlineData("m.core.json", "m.core")]
    [InlineData("m.rooms.cbor", "m.rooms")]
    [InlineData("m.events/events.1.cbor", "m.events")]
    [InlineData("m.events/events.any text.cbor", "m.events")]
    [InlineData("m.users/users.0001.cbor", "m.users")]
    [InlineData("m.e2e/to_device.1.cbor", "m.e2e.to_device")]
    [InlineData("m.e2e/keys.1.cbor", "m.e2e.keys")]
    [InlineData("m.events/events..cbor", null)]
    [InlineData("m.events/events.cbor", null)]
    [InlineData("m.events/more/events.1.cbor", null)]
    [InlineData("m.events.1.cbor", null)]
    [InlineData("m.core.json/x", null)]
    [InlineData("m.Core.json", null)]
    public void OfPath_PathsOfDefinitions_AreTheItems(string path, string? item) =>
        (KnownItem.OfPath(path)?.Specifier).ShouldBe(item);

    private static Manifest Example() =>
        Of("m.core", "m.rooms", "m.events", "m.users", "m.e2e.to_device", "m.e2e.keys", "org.matrix.synapse", "org.matrix.msc.9876");

    private static Manifest Of(params string[] specifiers) =>
        new([.. specifiers.Select(specifier => new ManifestItem(specifier, Location.Input, ItemVersion.None, KnownItem.Find(specifier)))]);
}
