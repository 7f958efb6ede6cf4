using System.Text;
using Conformance.Cli.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Cli.Tests;

/// <summary><c>validate federation</c>: its words, its inputs, its exit codes.</summary>
public sealed class FederationCommandTests
{
    private const string Version = "{\"server\":{\"name\":\"x\"}}";
    private const string Template = "{\"room_version\":\"11\",\"event\":{\"type\":\"m.room.member\",\"room_id\":\"!a:b\",\"sender\":\"@c:d\",\"state_key\":\"@c:d\",\"origin_server_ts\":1,\"content\":{\"membership\":\"join\"}}}";

    [Fact]
    public void Endpoint_AndBody_GiveAVerdict()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("version.json", Encoding.UTF8.GetBytes(Version));

        CommandRun run = CommandRun.Of("federation", "version", file);

        run.Exit.ShouldBe(ExitCode.Valid, run.Error);
        run.Out.ShouldContain("answer to version");
    }

    [Fact]
    public void Endpoint_Misspelt_IsSuggested()
    {
        CommandRun run = CommandRun.Of("federation", "send_jion", "x.json");

        run.Exit.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain("did you mean \"send_join\"?");
    }

    [Fact]
    public void Endpoint_LeftOutForABody_IsAskedFor()
    {
        using var folder = new TemporaryFolder();

        CommandRun run = CommandRun.Of("federation", folder.Write("version.json", Encoding.UTF8.GetBytes(Version)));

        run.Exit.ShouldBe(ExitCode.Unreadable);
        run.Error.ShouldContain("validate federation ENDPOINT FILE");
    }

    [Fact]
    public void RoomVersion_Unknown_IsAWrongCall()
    {
        CommandRun run = CommandRun.Of("federation", "state", "x.json", "--room-version", "99");

        run.Exit.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain("1 to 12");
    }

    [Fact]
    public void Request_InAFileOfItsOwn_IsHeldAgainstTheAnswer()
    {
        using var folder = new TemporaryFolder();
        string answer = folder.Write("answer.json", Encoding.UTF8.GetBytes(Template));
        string request = folder.Write("request.json", "{\"method\":\"GET\",\"path\":\"/_matrix/federation/v1/make_join/!a:b/@c:d?ver=10\"}"u8);

        CommandRun alone = CommandRun.Of("federation", "make_join", answer);
        CommandRun both = CommandRun.Of("federation", "make_join", answer, "--request", request, "--report", "line");

        alone.Exit.ShouldBe(ExitCode.Valid, alone.Error + alone.Out);
        both.Exit.ShouldBe(ExitCode.Invalid, both.Error);
        both.Out.ShouldContain("FED037");
    }

    [Fact]
    public void Capture_OnStandardInput_IsChecked()
    {
        byte[] capture = Encoding.UTF8.GetBytes("{\"request\":{\"method\":\"GET\",\"path\":\"/_matrix/federation/v1/version\"},\"response\":{\"status\":200,\"body\":[]}}");

        CommandRun run = CommandRun.With(new CommandRun.Setting { Input = capture }, "federation", "-", "--report", "line");

        run.Exit.ShouldBe(ExitCode.Invalid, run.Error);
        run.Out.ShouldContain("FED001");
    }

    [Fact]
    public void Capture_AsAnyInput_IsRecognised()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("capture.json", "{\"request\":{\"method\":\"GET\",\"path\":\"/_matrix/federation/v1/version\"},\"response\":{\"status\":200,\"body\":{}}}"u8);

        CommandRun run = CommandRun.Of(file);

        run.Exit.ShouldBe(ExitCode.Valid, run.Error);
        run.Out.ShouldContain("capture of version");
    }

    [Fact]
    public void File_Missing_IsUnreadable() => CommandRun.Of("federation", "version", "no-such.json").Exit.ShouldBe(ExitCode.Unreadable);
}
