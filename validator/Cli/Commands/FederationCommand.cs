using System.CommandLine;
using Conformance.Cli.Console;
using Conformance.Events.Versions;
using Conformance.Findings;
using Conformance.Policy;
using Conformance.Profiles.Federation;
using Conformance.Validation;

namespace Conformance.Cli.Commands;

/// <summary><c>validate federation ENDPOINT FILE</c>: checks an answer of the Server-Server API.</summary>
internal sealed class FederationCommand
{
    private readonly Terminal _terminal;
    private readonly ValidateOptions _words = new();
    private readonly Argument<string[]> _input = new("ENDPOINT FILE")
    {
        Description = "What the answer is of, and the body of the answer as JSON, or a capture {\"request\": {…}, \"response\": {…}} with method, path, headers, status and body, "
            + "whose path names the endpoint, so that ENDPOINT may be left out; - is standard input. "
            + $"Endpoints: {string.Join(", ", FederationEndpoints.All.Select(endpoint => endpoint.Name))}.",
        Arity = new ArgumentArity(1, 2),
    };

    private readonly Option<string?> _request = new("--request")
    {
        Description = "The request, where FILE is the answer alone: {\"method\": …, \"path\": …, \"body\": …}, or its body. More can be checked with it.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _version = new("--room-version")
    {
        Description = "The version of the room, where neither a create event nor the request tells.",
        HelpName = "V",
    };

    private readonly Option<bool> _compare = new("--compare-profiles")
    {
        Description = "Add a table of what a join of the room costs as a full answer, under MSC3706 with MSC3943, and under MSC2775: events and bytes. It takes the full state: FILE, or the file of --full.",
    };

    private FederationCommand(Terminal terminal) => _terminal = terminal;

    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal, CancellationToken cancellation)
    {
        var words = new FederationCommand(terminal);
        var command = new Command("federation", "Tells whether a homeserver's answer to another homeserver conforms to the Server-Server API.");
        command.Arguments.Add(words._input);
        command.Options.Add(words._request);
        command.Options.Add(words._version);
        command.Options.Add(words._compare);
        words._words.AddOptionsTo(command);
        command.SetAction(parsed => (int)words.Run(parsed, cancellation));
        return command;
    }

    private ExitCode Run(ParseResult parsed, CancellationToken cancellation)
    {
        string[] input = parsed.GetValue(_input) ?? [];
        FederationEndpoint? endpoint = null;
        if (input is [var name, _] && (endpoint = FederationEndpoints.Find(name)) is null)
        {
            string suggestion = Suggestion.For(name, FederationEndpoints.All.Select(known => known.Name));
            return Usage($"there is no endpoint \"{Quoting.Safe(name)}\"{(suggestion.Length > 0 ? suggestion : "; validate federation --help lists them.")}");
        }

        string? version = parsed.GetValue(_version);
        if (version is not null && RoomVersions.Find(version) is null)
        {
            return Usage($"--room-version: \"{Quoting.Safe(version)}\" is no room version that is known here; there are {RoomVersions.All[0].Id} to {RoomVersions.All[^1].Id}.");
        }

        string? request = parsed.GetValue(_request) is { } file ? Path.Combine(_terminal.WorkingDirectory, file) : null;
        if (request is not null && !File.Exists(request))
        {
            return Usage($"--request: {Quoting.Safe(request)}: there is no such file.");
        }

        var asked = new FederationRequest { Endpoint = endpoint, RequestFile = request, Version = RoomVersions.Find(version), ComparesProfiles = parsed.GetValue(_compare) };
        return new ValidateCommand(_terminal, _words, cancellation, asked).Run(parsed, [input[^1]]);
    }

    private ExitCode Usage(string problem)
    {
        _terminal.Problem(problem);
        return ExitCode.Usage;
    }
}
