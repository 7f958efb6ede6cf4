using System.Text.Json.Nodes;
using Conformance.Findings;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Profiles.Mspf;

/// <summary>Members in any order give the same findings; only how often the container is read differs.</summary>
public sealed class OrderTests
{
    private static readonly string[] Members =
    [
        "manifest.mspf.json", "m.core.json", "m.rooms.cbor", "m.events/events.1.cbor", "m.users/users.1.cbor", "m.e2e/to_device.1.cbor",
        "m.e2e/keys.1.cbor",
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Run_AnyOrder_FindsTheSame(int seed)
    {
        ArchiveBuilder archive = Faulty();
        string[] order = [.. Members];
        new Random(seed).Shuffle(order);
        archive.First.AddRange(order);

        MemoryContainer container = archive.Build();
        ArchiveResult result = archive.Run(container);

        result.Rules.Except(["MAN021"]).ShouldBe(["ROM012", "ROM018", "USR019"]);
        result.Buffer.NotCheckedItems.ShouldAllBe(item => !item.Decisive);
        container.Passes.ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public void Run_ImportersFirst_ReadsOnce()
    {
        var archive = new ArchiveBuilder();
        archive.First.AddRange(Members);
        MemoryContainer container = archive.Build();

        archive.Run(container).Rules.ShouldBeEmpty();

        container.Passes.ShouldBe(1);
    }

    [Fact]
    public void Run_ManifestLastAndLargeMembersHeldBack_ReadsAsOftenAsItMust()
    {
        ArchiveBuilder archive = Faulty();
        archive.Options = archive.Options with { Limits = new() { HeldBytes = 0 } };
        archive.First.AddRange(Members.Reverse());
        MemoryContainer container = archive.Build();

        ArchiveResult result = archive.Run(container);

        result.Rules.ShouldBe(["MAN021", "ROM012", "ROM018", "USR019"]);
        container.Passes.ShouldBe(4);
    }

    [Fact]
    public void Run_StandardInputInGoodOrder_ChecksEverything()
    {
        ArchiveBuilder archive = Faulty();
        archive.CanRewind = false;
        archive.First.AddRange(Members);

        ArchiveResult result = archive.Run();

        result.Rules.ShouldBe(["ROM012", "ROM018", "USR019"]);
        result.Buffer.NotCheckedItems.ShouldAllBe(item => !item.Decisive);
    }

    [Fact]
    public void Run_StandardInputWithEventsFirst_SaysWhatItCouldNotCheck()
    {
        ArchiveBuilder archive = Faulty();
        archive.CanRewind = false;
        archive.First.AddRange(["m.events/events.1.cbor", .. Members.Except(["m.events/events.1.cbor"])]);

        ArchiveResult result = archive.Run();

        result.Rules.ShouldBe(["MAN021", "ROM012", "USR019"]);
        NotChecked left = result.Buffer.NotCheckedItems.Single(item => item.Decisive);
        left.Location.Member.ShouldBe("m.events/events.1.cbor");
        left.Count.ShouldBe(1);
    }

    [Fact]
    public void Run_SmallMembersBeforeTheManifest_AreHeldEvenOnStandardInput()
    {
        ArchiveBuilder archive = Faulty();
        archive.CanRewind = false;
        archive.First.AddRange(["m.rooms.cbor", "m.core.json", "manifest.mspf.json"]);

        ArchiveResult result = archive.Run();

        result.Rules.ShouldBe(["MAN021", "ROM012", "ROM018", "USR019"]);
        result.Buffer.NotCheckedItems.ShouldAllBe(item => !item.Decisive);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Run_AnyNumberOfThreads_CountsTheSame(int jobs)
    {
        var archive = new ArchiveBuilder();
        archive.Options = archive.Options with { Jobs = jobs };
        for (int file = 2; file < 40; file++)
        {
            archive.Files[$"m.events/events.{file}.cbor"] = CborText.Of(new JsonObject { [ArchiveBuilder.Room] = new JsonArray(new JsonObject(), new JsonObject()) });
            archive.Files[$"m.users/users.{file}.cbor"] = CborText.Of(new JsonObject { [$"@u{file}:example.org"] = ArchiveBuilder.User() });
        }

        ArchiveResult result = archive.Run();

        result.Rules.ShouldBeEmpty();
        Dictionary<string, long> counts = result.Summary.Statistics.ToDictionary(statistic => statistic.Name, statistic => statistic.Value);
        counts["users"].ShouldBe(39);
        counts["devices"].ShouldBe(39);
        counts["rooms"].ShouldBe(2);
    }

    /// <summary>Three faults that show only when members are read in the right order: core before rooms, rooms before events and users.</summary>
    private static ArchiveBuilder Faulty()
    {
        var archive = new ArchiveBuilder();
        archive.RoomDetails["aliases"] = new JsonArray("#room:elsewhere.org");
        archive.RoomDetails["version"] = "9";
        archive.UserDetails["room_tags"]!["!gone:example.org"] = new JsonObject();
        return archive;
    }
}
