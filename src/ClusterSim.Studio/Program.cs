using ClusterSim.Studio.Page;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;

WebAssemblyHostBuilder builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.RootComponents.Add<StudioPage>("#studio");
await builder.Build().RunAsync();
