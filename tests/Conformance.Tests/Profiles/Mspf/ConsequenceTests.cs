using System.Text;
using System.Text.Json.Nodes;
using Conformance.Containers;
using Conformance.Documents.Cutting;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Profiles.Mspf;

/// <summary>One cause, one finding: what only follows from a finding is not another.</summary>
public sealed class ConsequenceTests
{
    [Fact]
    public void ContentEndedEarly_InUsers_ReportsNothingOfTheCutValue()
    {
        var archive = new ArchiveBuilder();
        archive.Files["m.users/users.1.cbor"] = CborText.Of(archive.Users)[..^20];

        archive.Run().Rules.ShouldNotBeEmpty();
        archive.Run(new CutContainer(archive.Build(), "m.users/users.1.cbor")).Rules.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("m.events/events.1.cbor")]
    [InlineData("m.rooms.cbor")]
    public void ContentEndedEarly_InOtherMembers_ReportsNoConsequences(string path)
    {
        var archive = new ArchiveBuilder();
        archive.Files[path] = path == "m.rooms.cbor" ? CborText.Of(archive.Rooms)[..^8] : CborText.Of(archive.Events)[..^8];

        archive.Run(new CutContainer(archive.Build(), path)).Rules.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("manifest.mspf.json")]
    [InlineData("m.core.json")]
    public void ContentEndedEarly_InJson_ReportsNoConsequences(string path)
    {
        var archive = new ArchiveBuilder();
        archive.Files[path] = Encoding.UTF8.GetBytes("{\"vers");

        archive.Run(new CutContainer(archive.Build(), path)).Rules.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("manifest.mspf.json", "MAN001")]
    [InlineData("m.core.json", "OWN004")]
    [InlineData("m.users/users.1.cbor", "OWN005")]
    public void LostEntries_MemberIsMissing_IsNotReported(string path, string rule)
    {
        var archive = new ArchiveBuilder();
        archive.Files[path] = null;

        archive.Run().Rules.ShouldContain(rule);
        archive.Run(new CutContainer(archive.Build(), null)).Rules.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("manifest.mspf.json")]
    [InlineData("m.core.json")]
    public void Man021_WhatComesTooLateIsMissing_IsNotReported(string path)
    {
        var archive = new ArchiveBuilder();
        archive.First.Add("m.events/events.1.cbor");
        archive.Files[path] = null;

        archive.Run().Rules.ShouldNotContain("MAN021");
    }

    [Fact]
    public void Own003_FileOfAListedItem_IsTheOnlyFinding()
    {
        var archive = new ArchiveBuilder();
        archive.Files["m.core.json"] = null;
        archive.Files["m/core.json"] = Encoding.UTF8.GetBytes(archive.Core.ToJsonString());

        archive.Run().Rules.ShouldBe(["OWN003"]);
    }

    [Fact]
    public void Usr029_UsersFileThatIsEmpty_IsNotReported()
    {
        var archive = new ArchiveBuilder();
        archive.Files["m.users/users.2.cbor"] = [];
        archive.Events[ArchiveBuilder.Room]!.AsArray().Add(new JsonObject
        {
            ["type"] = "m.room.member",
            ["sender"] = "@bob:example.org",
            ["state_key"] = "@bob:example.org",
            ["content"] = new JsonObject { ["membership"] = "join" },
        });

        archive.Run().Rules.ShouldNotContain("USR029");
    }

    [Fact]
    public void OfChild_NamedMembers_IsTheShapeOfTheName()
    {
        CutShape shape = CutShape.Named(("events", CutShape.Elements(CutShape.Item)));

        shape.OfChild("events"u8.ToArray()).ShouldBe(CutShape.Elements(CutShape.Item));
        shape.OfChild("other"u8.ToArray()).ShouldBe(CutShape.Item);
        shape.OfChild(null).ShouldBe(CutShape.Item);
    }

    /// <summary>A container one member of which ended early, or that lost entries.</summary>
    private sealed class CutContainer(Container inner, string? cut) : Container
    {
        private string? _current;

        public override string Format => inner.Format;

        public override bool CanRewind => inner.CanRewind;

        public override long? Length => inner.Length;

        public override long Position => inner.Position;

        public override bool ContentEndedEarly => _current == cut;

        public override bool LostEntries => true;

        public override ContainerEntry? Next(CancellationToken cancellation)
        {
            ContainerEntry? entry = inner.Next(cancellation);
            _current = entry?.Path ?? "";

            // Content that comes from memory is taken for content that was held back, which is whole.
            return entry is null ? null : entry with { Content = new BufferedStream(entry.Content) };
        }

        public override void Rewind() => inner.Rewind();

        protected override void Dispose(bool disposing) => inner.Dispose();
    }
}
